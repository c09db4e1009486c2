package io.terralake.factory;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DataFactoryTests {
    private static final String ID =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/Microsoft.DataFactory/factories/adf-hub";

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void runsInAManagedNetworkUnderItsOwnIdentity() {
        new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        assertThat(stack)
                .hasResource("azurerm_data_factory", """
                        {
                          name: 'adf-lakes-test-weu',
                          managed_virtual_network_enabled: true,
                          identity: {type: 'SystemAssigned'},
                          github_configuration: absent,
                        }
                        """)
                .hasResource("azurerm_data_factory_integration_runtime_azure", """
                        {
                          virtual_network_enabled: true,
                          location: 'westeurope',
                          time_to_live_min: 10,
                          cleanup_enabled: false,
                        }
                        """);
    }

    @Test
    void isReachedPrivatelyInPrivateMode() {
        PlatformStack privateStack = Stacks.privateStack();
        new DataFactory(privateStack, "Factory", DataFactoryProps.builder().build());
        assertThat(privateStack)
                .hasResource("azurerm_data_factory", "{public_network_enabled: false}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.datafactory.azure.net'}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.adf.azure.com'}");
    }

    @Test
    void reachesServicesByManagedPrivateEndpoints() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new DataFactory(stack, "Factory", DataFactoryProps.builder().build())
                .connectTo("lake", lake.accountId(), StoragePrivateLink.DFS);
        assertThat(stack).hasResource("azurerm_data_factory_managed_private_endpoint", """
                {
                  name: 'lake',
                  subresource_name: 'dfs',
                  target_resource_id: textLike('${azurerm_storage_account.*.id}'),
                }
                """);
    }

    @Test
    void reachesServicesOfOtherStacks() {
        IDataFactory imported = DataFactory.fromFactoryId(stack, "Imported", ID);
        PlatformStack other = Stacks.publicStack();
        DataLake lake = new DataLake(other, "Lake", DataLakeProps.builder().build());
        imported.connectTo(lake, "cars", lake.accountId(), StoragePrivateLink.DFS);
        assertThat(stack).hasResourceCount("azurerm_data_factory_managed_private_endpoint", 0);
        assertThat(other)
                .hasResource("azurerm_data_factory_managed_private_endpoint", """
                        {
                          name: 'cars',
                          data_factory_id: '%s',
                          target_resource_id: textLike('${azurerm_storage_account.*.id}'),
                        }
                        """.formatted(ID))
                .hasOutput("deploy_hook", Match.json("""
                        {privateEndpointApprovals: [{target: textLike('${azurerm_storage_account.*.id}')}]}
                        """));
    }

    /** Azure makes the connection as pending; the hook approves this one and no other. */
    @Test
    void letsTheDeployHookApproveItsEndpoints() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new DataFactory(stack, "Factory", DataFactoryProps.builder().build())
                .connectTo("lake", lake.accountId(), StoragePrivateLink.DFS);
        assertThat(stack).hasOutput("deploy_hook", Match.json("""
                {
                  stack: 'test-stack',
                  privateEndpointApprovals: [{
                    endpoint: textLike('${azurerm_data_factory_managed_private_endpoint.*.id}'),
                    target: textLike('${azurerm_storage_account.*.id}'),
                  }],
                }
                """));
    }

    @Test
    void isGrantedAccessAsAServicePrincipal() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        lake.grantRead(
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build()));
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {
                  principal_id: textLike('${azurerm_data_factory.*.identity[0].principal_id}'),
                  principal_type: 'ServicePrincipal',
                }
                """);
    }

    @Test
    void typesGlobalParametersByTheirValues() {
        new DataFactory(
                stack,
                "Factory",
                DataFactoryProps.builder()
                        .globalParameters(Map.of("retries", 3, "region", "weu", "strict", true, "share", 0.5))
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory", """
                {global_parameter: [
                  {name: 'region', type: 'String', value: 'weu'},
                  {name: 'retries', type: 'Int', value: '3'},
                  {name: 'share', type: 'Float', value: '0.5'},
                  {name: 'strict', type: 'Bool', value: 'true'},
                ]}
                """);
    }

    @Test
    void isEditedInGitHubWhenAsked() {
        new DataFactory(
                stack,
                "Factory",
                DataFactoryProps.builder()
                        .gitHub(GitHubConfiguration.builder()
                                .accountName("org")
                                .repositoryName("factory")
                                .branchName("main")
                                .build())
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory", """
                {github_configuration: {
                  account_name: 'org',
                  repository_name: 'factory',
                  branch_name: 'main',
                  root_folder: '/',
                }}
                """);
    }

    @Test
    void isImportedByItsId() {
        IDataFactory imported = DataFactory.fromFactoryId(stack, "Imported", ID);
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        lake.grantRead(imported);
        new KeyVaultLinkedService(
                stack,
                "Link",
                KeyVaultLinkedServiceProps.builder()
                        .factory(imported)
                        .name("KeyVault")
                        .vault(new KeyVault(
                                stack, "Vault", KeyVaultProps.builder().build()))
                        .build());
        imported.connectTo("lake", lake.accountId(), StoragePrivateLink.DFS);
        assertThat(stack)
                .hasResourceCount("azurerm_data_factory", 0)
                .hasResource(
                        "azurerm_data_factory_linked_service_key_vault",
                        Map.of("data_factory_id", ID, "integration_runtime_name", "AutoResolveIntegrationRuntime"))
                .hasResource("azurerm_data_factory_managed_private_endpoint", Map.of("data_factory_id", ID))
                .hasResource("data.azurerm_data_factory", "{name: 'adf-hub', resource_group_name: 'rg-hub'}")
                .hasResource(
                        "azurerm_role_assignment",
                        "{principal_id: textLike('${data.azurerm_data_factory.*.identity[0].principal_id}')}");
    }

    @Test
    void isImportedWithARuntimeOfItsOwn() {
        IDataFactory imported = DataFactory.fromFactoryId(stack, "Imported", ID, "managed-network");
        Assertions.assertThat(imported.runtimeName()).isEqualTo("managed-network");
        Assertions.assertThat(imported.displayName()).isEqualTo("adf-hub");
    }

    @Test
    void isImportedByAnIdThatOnlyTerraformKnows() {
        IDataFactory made =
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        DataFactory.fromFactoryId(stack, "Imported", made.factoryId()).principalId();
        assertThat(stack).hasResource("data.azurerm_data_factory", """
                {
                  name: textLike('${element(split("/", azurerm_data_factory.*.id), 8)}'),
                  resource_group_name: textLike('${element(split("/", azurerm_data_factory.*.id), 4)}'),
                }
                """);
    }

    @Test
    void refusesIdsThatAreNoFactorysOrOfAnotherSubscription() {
        String form = "/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.DataFactory/factories/<name>";
        String vault = ID.replace("Microsoft.DataFactory/factories", "Microsoft.KeyVault/vaults");
        assertThatThrownBy(() -> DataFactory.fromFactoryId(stack, "Slash", ID + "/"))
                .hasMessage(
                        "\"%s/\" is not the id of a resource (it ends with a slash), %s is needed (at test-stack/Slash)"
                                .formatted(ID, form));
        assertThatThrownBy(() -> DataFactory.fromFactoryId(stack, "Vault", vault))
                .hasMessage("\"%s\" is the id of a Microsoft.KeyVault/vaults, %s is needed (at test-stack/Vault)"
                        .formatted(vault, form));
        PlatformStack elsewhere = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withSubscriptionId("00000000-0000-0000-0000-000000000001"));
        assertThatThrownBy(() -> DataFactory.fromFactoryId(elsewhere, "Elsewhere", ID))
                .hasMessage(
                        "\"%s\" is in another subscription than the environment, 00000000-0000-0000-0000-000000000001:"
                                        .formatted(ID)
                                + " Terraform reads the factory's identity and writes its artifacts there"
                                + " (at test-stack/Elsewhere)");
    }

    @Test
    void refusesWhatAzureRefuses() {
        assertThatThrownBy(() -> DataFactoryProps.builder()
                        .globalParameters(Map.of("1st", 1))
                        .build())
                .hasMessage("global parameter name \"1st\" is not allowed: letters, digits and '_', no digit first");
        assertThatThrownBy(() -> DataFactoryProps.builder()
                        .globalParameters(Map.of("list", List.of()))
                        .build())
                .hasMessageContaining("global parameter \"list\" is a ")
                .hasMessageEndingWith(", allowed are String, Boolean, Integer, Double");
        assertThatThrownBy(() -> DataFactoryProps.builder().dataFlowMinutes(-1).build())
                .hasMessage("data-flow waiting time of -1 is not allowed: 0 to 1440 minutes");
        assertThatThrownBy(() -> new GitHubConfiguration("org", "factory", "main", "folder"))
                .hasMessage("root folder \"folder\" is not allowed: a path that starts with /");
    }
}
