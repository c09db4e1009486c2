package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectionTests {
    private static final Map<String, ?> RETAINED = Map.of("lifecycle", Map.of("prevent_destroy", true));

    @Test
    void retainsByDefault() {
        PlatformStack stack = stack(new ProtectionSettings(null, null));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .allResources("azurerm_key_vault", RETAINED)
                .allResources("azurerm_resource_group", RETAINED)
                .hasResourceCount("azurerm_management_lock", 0);
    }

    @Test
    void letsAConstructDecideForItself() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, false));
        new KeyVault(
                stack,
                "Vault",
                KeyVaultProps.builder().removalPolicy(RemovalPolicy.DESTROY).build());
        assertThat(stack).allResources("azurerm_key_vault", Map.of("lifecycle", Match.absent()));
    }

    @Test
    void locksWhereTheEnvironmentAsksForIt() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, true));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_management_lock",
                        Map.of(
                                "lock_level",
                                "CanNotDelete",
                                "scope",
                                Match.matching("\\$\\{azurerm_key_vault\\.Vault_\\w+\\.id}")));
    }

    private static PlatformStack stack(ProtectionSettings protection) {
        return Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withProtection(protection));
    }
}
