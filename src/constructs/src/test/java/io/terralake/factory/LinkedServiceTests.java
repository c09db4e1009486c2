package io.terralake.factory;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

/** Every linked service logs in as the factory and goes through its network. */
class LinkedServiceTests {
    private final PlatformStack stack = Stacks.publicStackWithCompute();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());

    @Test
    void dataLake() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new DataLakeLinkedService(
                stack,
                "Link",
                DataLakeLinkedServiceProps.builder()
                        .factory(factory)
                        .name("AzureBlobFS")
                        .lake(lake)
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_linked_service_data_lake_storage_gen2", """
                {
                  name: 'AzureBlobFS',
                  use_managed_identity: true,
                  storage_account_key: absent,
                  url: textLike('https://${azurerm_storage_account.*.primary_dfs_host}'),
                  integration_runtime_name: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}'),
                }
                """);
    }

    @Test
    void keyVault() {
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        new KeyVaultLinkedService(
                stack,
                "Link",
                KeyVaultLinkedServiceProps.builder()
                        .factory(factory)
                        .name("KeyVault")
                        .vault(vault)
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_linked_service_key_vault", """
                {
                  name: 'KeyVault',
                  key_vault_id: textLike('${azurerm_key_vault.*.id}'),
                  integration_runtime_name: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}'),
                }
                """);
    }

    @Test
    void databricks() {
        new DatabricksLinkedService(
                stack,
                "Link",
                DatabricksLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Databricks")
                        .workspace(new DatabricksWorkspace(
                                stack,
                                "Databricks",
                                DatabricksWorkspaceProps.builder().build()))
                        .build());
        isCustom("AzureDatabricks", """
                {
                  authentication: 'MSI',
                  domain: textLike('https://${azurerm_databricks_workspace.*.workspace_url}'),
                  workspaceResourceId: textLike('${azurerm_databricks_workspace.*.id}'),
                  accessToken: absent,
                }
                """);
    }

    @Test
    void function() {
        function("Link", "https://f.example.com");
        isCustom("AzureFunction", """
                {
                  authentication: 'MSI',
                  functionAppUrl: 'https://f.example.com',
                  resourceId: 'api://1',
                  functionKey: absent,
                }
                """);
        assertThatThrownBy(() -> function("Plain", "http://f.example.com"))
                .hasMessage("address \"http://f.example.com\" is not allowed: one with https:// (at test-stack/Plain)");
    }

    @Test
    void cosmosDb() {
        cosmos("Link", PlatformTeam.id("Microsoft.DocumentDB/databaseAccounts/cosmos"));
        isCustom("CosmosDb", """
                {
                  accountEndpoint: 'https://cosmos.documents.azure.com:443/',
                  database: 'cars',
                  subscriptionId: '11111111-2222-3333-4444-555555555555',
                  resourceGroup: 'rg-hub',
                  tenantId: textLike('${data.azurerm_client_config.*.tenant_id}'),
                  accountKey: absent,
                }
                """);
    }

    @Test
    void readsTheAccountOfATokenWhenTerraformRuns() {
        cosmos("Link", stack.resourceGroup().getId());
        assertThat(stack).hasResource("azurerm_data_factory_linked_custom_service", """
                {
                  type_properties_json: textLike('**"resourceGroup":"${element(split("/", azurerm_resource_group.ResourceGroup.id), 4)}","subscriptionId":"${element(split("/", azurerm_resource_group.ResourceGroup.id), 2)}"**'),
                }
                """);
    }

    @Test
    void refusesTheIdOfSomethingElseThanACosmosAccount() {
        assertThatThrownBy(() -> cosmos("Wrong", PlatformTeam.VAULT))
                .hasMessage(
                        "\"" + PlatformTeam.VAULT + "\" is the id of a Microsoft.KeyVault/vaults, /subscriptions/<id>"
                                + "/resourceGroups/<name>/providers/Microsoft.DocumentDB/databaseAccounts/<name> is needed"
                                + " (at test-stack/Wrong)");
    }

    @Test
    void custom() {
        new CustomLinkedService(
                stack,
                "Link",
                CustomLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Rest")
                        .type("RestService")
                        .typeProperties(JsonNodeFactory.instance
                                .objectNode()
                                .put("url", "https://example.com/${x}")
                                .put("authenticationType", "Anonymous"))
                        .build());
        isCustom("RestService", "{url: 'https://example.com/$${x}', authenticationType: 'Anonymous'}");
    }

    private void function(String id, String url) {
        new FunctionLinkedService(
                stack,
                id,
                FunctionLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Registration")
                        .url(url)
                        .audience("api://1")
                        .build());
    }

    private void cosmos(String id, String accountId) {
        new CosmosDbLinkedService(
                stack,
                id,
                CosmosDbLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Cars")
                        .accountId(accountId)
                        .endpoint("https://cosmos.documents.azure.com:443/")
                        .database("cars")
                        .build());
    }

    /** The linked service has properties like this JSON text with matchers. */
    private void isCustom(String type, String properties) {
        assertThat(stack).hasResource("azurerm_data_factory_linked_custom_service", """
                {
                  type: '%s',
                  type_properties_json: serializedJson(%s),
                  integration_runtime: {name: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}')},
                }
                """.formatted(type, properties));
    }
}
