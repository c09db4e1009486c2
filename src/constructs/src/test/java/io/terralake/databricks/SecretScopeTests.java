package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class SecretScopeTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final IDatabricksWorkspace workspace =
            DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE);

    /** Databricks' application reads the vault before the scope is made; no secret is in the stack. */
    @Test
    void showsTheSecretsOfAVault() {
        scope("loans");
        assertThat(stack)
                .hasResource("databricks_secret_scope", """
                        {
                          name: 'loans',
                          keyvault_metadata: {
                            resource_id: textLike('${azurerm_key_vault.Vault_*.id}'),
                            dns_name: textLike('${azurerm_key_vault.Vault_*.vault_uri}'),
                          },
                          depends_on: arrayWith(textLike('time_sleep.*')),
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Key Vault Secrets User', principal_id: '%s'}
                        """.formatted(PlatformTeam.SUBSCRIPTION));
    }

    @Test
    void isReadByWhomItIsGranted() {
        SecretScope scope = scope("loans");
        DatabricksPrincipal analysts = DatabricksPrincipal.group("analysts");
        scope.grantRead(analysts);
        scope.grantRead(analysts);
        scope.grantRead(DatabricksPrincipal.servicePrincipal(PlatformTeam.SUBSCRIPTION));
        assertThat(stack)
                .hasResourceCount("databricks_secret_acl", 2)
                .hasResource("databricks_secret_acl", """
                        {
                          scope: textLike('${databricks_secret_scope.*.name}'),
                          principal: 'analysts',
                          permission: 'READ',
                        }
                        """)
                .hasResource("databricks_secret_acl", "{principal: '%s'}".formatted(PlatformTeam.SUBSCRIPTION));
    }

    @Test
    void refusesANameThatDatabricksRefuses() {
        assertThatThrownBy(() -> scope("of loans"))
                .hasMessage("secret scope name \"of loans\" (8 characters) is not allowed: 1 to 128 characters,"
                        + " letters, digits and '_.@/-' (at test-stack/Scope)");
    }

    private SecretScope scope(String name) {
        return new SecretScope(
                stack,
                "Scope",
                SecretScopeProps.builder()
                        .workspace(workspace)
                        .name(name)
                        .vault(new KeyVault(
                                stack, "Vault", KeyVaultProps.builder().build()))
                        .application(Principal.servicePrincipal("AzureDatabricks", PlatformTeam.SUBSCRIPTION))
                        .build());
    }
}
