package io.terralake.keyvault;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.network.Network;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyVaultTests {

    @Test
    void isSafeByDefault() {
        PlatformStack stack = Stacks.publicStack();
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack).hasResource("azurerm_key_vault", """
                {
                  name: 'kv-lakes-test-weu',
                  rbac_authorization_enabled: true,
                  purge_protection_enabled: true,
                  soft_delete_retention_days: 90,
                  network_acls: {default_action: 'Deny', ip_rules: ['203.0.113.0/24']},
                }
                """);
    }

    /** Functions read secrets past the firewall, by references in their settings too. */
    @Test
    void letsTheNetworksMachinesIn() {
        PlatformStack stack = Stacks.publicStack();
        Network.of(stack).allowSubnet(PlatformTeam.id("Microsoft.Network/virtualNetworks/vnet/subnets/functions"));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_key_vault",
                        "{network_acls: {default_action: 'Deny', virtual_network_subnet_ids: ['%s']}}"
                                .formatted(
                                        PlatformTeam.id("Microsoft.Network/virtualNetworks/vnet/subnets/functions")));
    }

    @Test
    void hasNoPublicEndpointInPrivateMode() {
        PlatformStack stack = Stacks.privateStack();
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_key_vault", "{public_network_access_enabled: false, network_acls: {ip_rules: []}}");
    }

    @ParameterizedTest
    @CsvSource({
        "kv--a, single hyphens inside",
        "1kv, letters",
        "kv-, single hyphens inside",
    })
    void refusesANameThatAzureRefuses(String name, String allowed) {
        PlatformStack stack = Stacks.publicStack();
        KeyVaultProps props = KeyVaultProps.builder().name(name).build();
        assertThatThrownBy(() -> new KeyVault(stack, "Vault", props))
                .hasMessageContainingAll("\"" + name + "\"", allowed);
    }

    @Test
    void refusesARetentionThatAzureRefuses() {
        assertThatThrownBy(
                        () -> KeyVaultProps.builder().softDeleteRetentionDays(6).build())
                .hasMessage("soft-delete retention of 6 is not allowed: 7 to 90 days");
    }

    @Test
    void importsAVaultAndGrantsOnIt() {
        PlatformStack stack = Stacks.publicStack();
        IKeyVault vault = KeyVault.fromVaultId(stack, "Vault", PlatformTeam.VAULT);
        vault.grantRead(Principal.group("readers", "11111111-2222-3333-4444-555555555555"));
        vault.grantWrite(Principal.group("writers", "22222222-2222-3333-4444-555555555555"));
        assertThat(vault.vaultUri()).isEqualTo("https://kv-hub.vault.azure.net/");
        assertThat(stack)
                .hasResourceCount("azurerm_key_vault", 0)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of("role_definition_name", "Key Vault Secrets User", "scope", PlatformTeam.VAULT))
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of("role_definition_name", "Key Vault Secrets Officer", "scope", PlatformTeam.VAULT));
    }
}
