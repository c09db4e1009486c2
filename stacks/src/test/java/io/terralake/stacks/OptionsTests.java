package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an environment may have for a price. */
class OptionsTests {
    private static final String DATABRICKS = "22222222-3333-4444-5555-666666666666";
    private static final String PLAN = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/hub"
            + "/providers/Microsoft.Network/ddosProtectionPlans/ddos-hub";

    @TempDir
    Path folder;

    @Test
    void encryptsWithAKeyOfOnesOwn() throws IOException {
        SynthesizedStack stack =
                prodWith("\"customerManagedKey\": {\"azureDatabricksObjectId\": \"%s\"}".formatted(DATABRICKS));
        assertThat(stack)
                .hasResource("azurerm_key_vault", "{sku_name: 'standard', purge_protection_enabled: true}")
                .hasResource("azapi_resource_action", """
                        {
                          type: 'Microsoft.KeyVault/vaults/keys@2023-07-01',
                          resource_id: textLike('${azurerm_key_vault.*.id}/keys/platform'),
                          method: 'PUT',
                          when: 'apply',
                          body: {properties: {
                            kty: 'RSA',
                            keySize: 3072,
                            keyOps: ['wrapKey', 'unwrapKey'],
                            rotationPolicy: {
                              attributes: {expiryTime: 'P2Y'},
                              lifetimeActions: [{trigger: {timeAfterCreate: 'P1Y'}, action: {type: 'rotate'}}],
                            },
                          }},
                          response_export_values: ['properties.keyUriWithVersion'],
                          lifecycle: {prevent_destroy: true},
                        }
                        """)
                .hasResource("azurerm_user_assigned_identity", "{name: 'id-tlake-cmk-prod-weu'}")
                .hasResource("azurerm_storage_account", with("""
                        {
                          identity: {type: 'UserAssigned', identity_ids: [$identity]},
                          customer_managed_key: {key_vault_key_id: $key, user_assigned_identity_id: $identity},
                          depends_on: anyValue,
                        }
                        """))
                .hasResource("azurerm_mssql_server", with("""
                        {
                          identity: {type: 'SystemAssigned, UserAssigned', identity_ids: [$identity]},
                          primary_user_assigned_identity_id: $identity,
                          lifecycle: {ignore_changes: ['transparent_data_encryption_key_vault_key_id']},
                          depends_on: anyValue,
                        }
                        """))
                .hasResource(
                        "azurerm_mssql_server_transparent_data_encryption",
                        with(
                                "{key_vault_key_id: $version, auto_rotation_enabled: true, lifecycle: {ignore_changes: ['key_vault_key_id']}}"))
                .hasResource("azurerm_data_factory", with("""
                        {
                          identity: {type: 'SystemAssigned, UserAssigned', identity_ids: [$identity]},
                          customer_managed_key_id: $key,
                          customer_managed_key_identity_id: $identity,
                          depends_on: anyValue,
                        }
                        """))
                .hasResource("azurerm_databricks_workspace", with("""
                        {
                          customer_managed_key_enabled: true,
                          managed_services_cmk_key_vault_key_id: $version,
                          managed_disk_cmk_key_vault_key_id: $version,
                          managed_disk_cmk_rotation_to_latest_version_enabled: true,
                          lifecycle: {ignore_changes: [
                            'custom_parameters[0].storage_account_name',
                            'infrastructure_encryption_enabled',
                            'managed_disk_cmk_key_vault_key_id',
                          ]},
                          depends_on: anyValue,
                        }
                        """))
                .hasResource("azurerm_databricks_workspace_root_dbfs_customer_managed_key", with("""
                        {
                          key_vault_key_id: $version,
                          depends_on: arrayWith(
                            textLike('azurerm_private_endpoint.Databricks_PrivateEndpoint-databricks_ui_api_*'),
                            textLike('azurerm_private_endpoint.Databricks_PrivateEndpoint-browser_authentication_*')
                          ),
                        }
                        """));
        // The identity of the key, Databricks' application, the disks and the workspace's own storage.
        for (String principal : new String[] {
            "'%s'".formatted(DATABRICKS),
            "textLike('${azurerm_user_assigned_identity.*.principal_id}')",
            "textLike('${azurerm_databricks_workspace.*.managed_disk_identity[0].principal_id}')",
            "textLike('${azurerm_databricks_workspace.*.storage_account_identity[0].principal_id}')",
        }) {
            assertThat(stack).hasResource("azurerm_role_assignment", """
                    {role_definition_name: 'Key Vault Crypto Service Encryption User', principal_id: %s}
                    """.formatted(principal));
        }
    }

    @Test
    void encryptsTheListingsOfReaders() throws IOException {
        assertThat(prodWith(
                        "\"customerManagedKey\": {\"azureDatabricksObjectId\": \"%s\"}".formatted(DATABRICKS),
                        "prod-used-cars"))
                .hasResource("azurerm_cosmosdb_account", """
                        {
                          identity: {type: 'UserAssigned', identity_ids: [anyValue]},
                          key_vault_key_id: textLike('**keys/platform'),
                        }
                        """);
    }

    @Test
    void keepsTheKeyInHardware() throws IOException {
        assertThat(prodWith("\"customerManagedKey\": {\"azureDatabricksObjectId\": \"%s\", \"hardware\": true}"
                        .formatted(DATABRICKS)))
                .hasResource("azurerm_key_vault", "{sku_name: 'premium'}")
                .hasResource("azapi_resource_action", "{body: {properties: {kty: 'RSA-HSM'}}}");
    }

    @Test
    void protectsTheNetworkFromFloods() throws IOException {
        assertThat(prodWith("\"ddosProtectionPlanId\": \"%s\"".formatted(PLAN)))
                .hasResource(
                        "azurerm_virtual_network", "{ddos_protection_plan: {id: '%s', enable: true}}".formatted(PLAN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"customerManagedKey\": {} | #/landingZone/customerManagedKey: required property 'azureDatabricksObjectId' not found",
                "\"customerManagedKey\": {\"azureDatabricksObjectId\": \"x\"} | #/landingZone/customerManagedKey/azureDatabricksObjectId: \"x\" does not match",
                "\"ddosProtectionPlanId\": \"ddos-hub\" | #/landingZone/ddosProtectionPlanId: \"ddos-hub\" is not the id of a resource,"
                        + " /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Network/ddosProtectionPlans/<name> is needed",
            })
    void saysWhatIsWrong(String option, String message) throws IOException {
        Path file = environment(option);
        assertThatThrownBy(() -> Environment.read(file, Main.sections())).hasMessageContaining("prod.json" + message);
    }

    /** An expectation with the references that it names. */
    private static String with(String expected) {
        return expected.replace("$identity", "textLike('${azurerm_user_assigned_identity.*.id}')")
                .replace("$key", "textLike('${azurerm_key_vault.*.vault_uri}keys/platform')")
                .replace("$version", "textLike('${azapi_resource_action.*.output.properties.keyUriWithVersion}')");
    }

    private SynthesizedStack prodWith(String option) throws IOException {
        return prodWith(option, "prod-landing-zone");
    }

    private SynthesizedStack prodWith(String option, String stack) throws IOException {
        Path outdir = folder.resolve("out");
        PlatformApp.synth(new Main(environment(option).getParent()), outdir);
        return SynthesizedApp.read(outdir).stack(stack);
    }

    private Path environment(String option) throws IOException {
        // A workspace in another region needs a key there, which is another test's.
        String prod = Files.readString(Path.of("environments", "prod.json"))
                .replace(",\n      { \"name\": \"mlus\", \"region\": \"eastus2\" }", "");
        Path environments = Files.createDirectories(folder.resolve("environments"));
        return Files.writeString(
                environments.resolve("prod.json"),
                prod.replace("\"landingZone\": {", "\"landingZone\": {%s,".formatted(option)));
    }
}
