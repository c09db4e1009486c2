package io.terralake.keyvault;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.databricks.DatabricksWorkspacePropsBuilder;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class EncryptionKeyTests {
    private static final String KEY = "https://kv-hub.vault.azure.net/keys/lake";
    private static final String IDENTITY = PlatformTeam.id("Microsoft.ManagedIdentity/userAssignedIdentities/id-hub");

    private final PlatformStack stack = Stacks.publicStack();

    /** Their identity has the right already: nothing is granted, and nothing waits. */
    @Test
    void encryptsWithThatOfAPlatformTeam() {
        new DataLake(
                stack, "Lake", DataLakeProps.builder().encryption(imported()).build());
        assertThat(stack)
                .hasResource("azurerm_storage_account", """
                        {
                          identity: {type: 'UserAssigned', identity_ids: ['%1$s']},
                          customer_managed_key: {key_vault_key_id: '%2$s', user_assigned_identity_id: '%1$s'},
                          depends_on: absent,
                        }
                        """.formatted(IDENTITY, KEY))
                .hasResourceCount("azurerm_role_assignment", 0);
    }

    @Test
    void isNotUsedUnlessItIsAskedFor() {
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        assertThat(stack).hasResource("azurerm_storage_account", "{identity: absent, customer_managed_key: absent}");
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> EncryptionKey.fromKeyUri(stack, "Key", KEY, PlatformTeam.VAULT, IDENTITY))
                .hasMessage(
                        "\"%s\" is not a version of a key, https://<vault>.vault.azure.net/keys/<key>/<version> is needed"
                                        .formatted(KEY)
                                + " (at test-stack/Key)");
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        EncryptionKeyProps props =
                EncryptionKeyProps.builder().vault(vault).name("a_b").build();
        assertThatThrownBy(() -> new EncryptionKey(stack, "Own", props))
                .hasMessage("encryption key name \"a_b\" (3 characters) is not allowed: 1 to 127 characters,"
                        + " letters, digits and hyphens (at test-stack/Own)");
    }

    @Test
    void wantsToKnowWhoEncryptsNotebooks() {
        DatabricksWorkspacePropsBuilder props =
                DatabricksWorkspaceProps.builder().encryption(imported());
        assertThatThrownBy(props::build)
                .hasMessage(
                        "encryption needs the application AzureDatabricks of your tenant, a principal by the object id that"
                                + " \"az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id\" prints");
    }

    private IEncryptionKey imported() {
        return PlatformTeam.encryptionKey(stack, "Key");
    }
}
