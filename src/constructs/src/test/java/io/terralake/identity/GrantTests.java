package io.terralake.identity;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.Stacks;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class GrantTests {
    private static final Principal READERS = Principal.group("readers", "11111111-2222-3333-4444-555555555555");

    @Test
    void assignsTheRoleAndWaitsForItToWork() {
        PlatformStack stack = Stacks.publicStack();
        vault(stack).grantRead(READERS);
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "role_definition_name", "Key Vault Secrets User",
                                "principal_id", "11111111-2222-3333-4444-555555555555",
                                "principal_type", "Group",
                                "scope", Match.matching("\\$\\{azurerm_key_vault\\.\\w+\\.id}")))
                .hasResource(
                        "time_sleep",
                        Map.of(
                                "create_duration",
                                "120s",
                                "triggers",
                                Map.of("role_assignment", Match.matching("\\$\\{azurerm_role_assignment\\..*\\.id}"))));
    }

    @Test
    void makesADependantWaitForAssignmentAndPropagation() {
        PlatformStack stack = Stacks.publicStack();
        Grant grant = vault(stack).grantWrite(READERS);
        ResourceGroup dependant = new ResourceGroup(
                stack,
                "Dependant",
                ResourceGroupConfig.builder().name("d").location("l").build());
        grant.applyBefore(dependant);
        assertThat(stack)
                .hasResource(
                        "azurerm_resource_group",
                        Map.of(
                                "name",
                                "d",
                                "depends_on",
                                Match.arrayWith(
                                        Match.matching("azurerm_role_assignment\\..*"),
                                        Match.matching("time_sleep\\..*"))));
    }

    @Test
    void givesTheSameGrantOnce() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = vault(stack);
        assertThat((Object) vault.grantRead(READERS)).isSameAs(vault.grantRead(READERS));
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 1);
    }

    @Test
    void belongsToAPrincipalThatIsAConstruct() {
        PlatformStack stack = Stacks.publicStack();
        RoleGrant grant = RoleGrant.of(
                vault(stack), "/subscriptions/s", Role.named("Key Vault Secrets User"), new Identity(stack, "Job"));
        assertThat(grant.getNode().getPath()).isEqualTo("test-stack/Job/KeyVaultSecretsUser-Vault");
    }

    @Test
    void leavesTheTypeOfTheDeployerToAzure() {
        PlatformStack stack = Stacks.publicStack();
        vault(stack).grantWrite(Deployer.of(stack));
        assertThat(stack)
                .hasResourceCount("data.azurerm_client_config", 1)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "principal_id",
                                "${data.azurerm_client_config.Deployer.object_id}",
                                "principal_type",
                                Match.absent()));
    }

    @Test
    void refusesAnObjectIdThatIsNone() {
        assertThatThrownBy(() -> Principal.group("readers", "readers@example.com"))
                .hasMessage("object id \"readers@example.com\" of principal \"readers\" is not a GUID such as"
                        + " 11111111-2222-3333-4444-555555555555");
    }

    private static KeyVault vault(PlatformStack stack) {
        return new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
    }

    /** A construct with an identity, as services have it. */
    private static final class Identity extends Construct implements Principal {
        Identity(Construct scope, String id) {
            super(scope, id);
        }

        @Override
        public String principalId() {
            return "22222222-2222-3333-4444-555555555555";
        }

        @Override
        public Optional<PrincipalType> principalType() {
            return Optional.of(PrincipalType.SERVICE_PRINCIPAL);
        }

        @Override
        public String principalName() {
            return "Job";
        }
    }
}
