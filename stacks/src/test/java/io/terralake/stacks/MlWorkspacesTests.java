package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlWorkspacesTests {
    private static final String PROGRAM = "22222222-3333-4444-5555-666666666666";

    @TempDir
    Path folder;

    /** The original made a registry and did not attach it. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void attachesAllThatAWorkspaceStandsOn(String environment) {
        assertThat(stack(environment))
                .hasResource("azapi_resource", """
                {
                  type: 'Microsoft.MachineLearningServices/workspaces@2025-06-01',
                  name: 'mlw-tlake-ml-%s-weu',
                  identity: [{type: 'SystemAssigned'}],
                  body: {kind: 'Default', properties: {
                    containerRegistry: textLike('${azurerm_container_registry.ml_*.id}'),
                    keyVault: textLike('${azurerm_key_vault.ml_*.id}'),
                    storageAccount: textLike('${azurerm_storage_account.ml_*.id}'),
                    applicationInsights: textLike('**cross-stack-output-azurerm_application_insights**id}'),
                    systemDatastoresAuthMode: 'Identity',
                    imageBuildCompute: 'training',
                  }},
                }
                """.formatted(environment))
                .hasNoAnnotations();
    }

    /** The original's machines took logins from everywhere. */
    @Test
    void hasMachinesOnlyWhileTheyWork() {
        assertThat(stack("dev")).hasResource("azurerm_machine_learning_compute_cluster", """
                {
                  name: 'training',
                  vm_size: 'Standard_DS3_v2',
                  scale_settings: {
                    min_node_count: 0,
                    max_node_count: 4,
                    scale_down_nodes_after_idle_duration: 'PT2M',
                  },
                  ssh_public_access_enabled: false,
                  local_auth_enabled: false,
                }
                """);
        assertThat(stack("prod"))
                .hasResource("azurerm_machine_learning_compute_cluster", "{node_public_ip_enabled: false}");
    }

    /** The original put the secret of a service principal into each datastore. */
    @Test
    void hasADatastoreWithoutCredentialsForEachZone() {
        for (String zone : List.of("bronze", "silver", "gold", "archive")) {
            assertThat(stack("dev"))
                    .hasResource("azurerm_machine_learning_datastore_datalake_gen2", """
                    {
                      name: '%1$s',
                      storage_container_id: textLike('**azurerm_storage_containerLake_%1$s_**id}'),
                      service_data_identity: 'WorkspaceSystemAssignedIdentity',
                      client_secret: absent,
                      authority_url: absent,
                    }
                    """.formatted(zone));
        }
        assertThat(stack("prod")).hasResourceCount("azurerm_machine_learning_datastore_datalake_gen2", 8);
    }

    @Test
    void standsInSeveralRegionsEachInAGroupOfItsOwn() {
        SynthesizedStack prod = stack("prod");
        assertThat(prod)
                .hasResource("azurerm_resource_group", "{name: 'rg-tlake-mlus-prod-eus2', location: 'eastus2'}")
                .hasResource("azapi_resource", """
                        {
                          name: 'mlw-tlake-mlus-prod-eus2',
                          location: 'eastus2',
                          parent_id: textLike('${azurerm_resource_group.mlus_Place_*.id}'),
                          body: {properties: {publicNetworkAccess: 'Disabled'}},
                        }
                        """);
    }

    /** The original's endpoint for the workspace led to its storage account; its service let everybody in. */
    @Test
    void isReachedInsideOnlyInProd() {
        assertThat(stack("prod")).hasResource("azurerm_private_endpoint", """
                        {
                          name: 'pep-mlw-tlake-ml-prod-weu-amlworkspace',
                          private_service_connection: {
                            private_connection_resource_id: textLike('${azapi_resource.ml_Workspace_*.id}'),
                            subresource_names: ['amlworkspace'],
                          },
                        }
                        """).hasResource("azapi_resource", """
                        {
                          name: 'tlake-prod-iris',
                          body: {kind: 'Managed', properties: {authMode: 'AADToken', publicNetworkAccess: 'Disabled'}},
                          ignore_body_changes: ['properties.traffic'],
                        }
                        """);
    }

    /** The original let everybody register, anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsTheFactoryRegisterInTheseWorkspacesOnly(String environment) {
        SynthesizedStack stack = stack(environment);
        String workspaces = environment.equals("dev")
                ? "${azapi_resource.ml_Workspace_*.id}"
                : "${azapi_resource.ml_Workspace_*.id},${azapi_resource.mlus_Place_Workspace_*.id}";
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {
                          name: 'func-tlake-mldata-%s-weu',
                          body: {properties: {siteConfig: {appSettings: arrayWith(
                            {
                              name: 'REGISTRATION_STORAGE_ACCOUNTS',
                              value: textLike('**azurerm_storage_accountLake_**name}'),
                            },
                            {name: 'REGISTRATION_WORKSPACES', value: textLike('%s')},
                          )}}},
                        }
                        """.formatted(environment, workspaces))
                .hasResource("azapi_update_resource", """
                        {
                          name: 'authsettingsV2',
                          body: {properties: {
                            globalValidation: {requireAuthentication: true, unauthenticatedClientAction: 'Return401'},
                            identityProviders: {azureActiveDirectory: {validation: {defaultAuthorizationPolicy: {
                              allowedPrincipals: {identities: [textLike('**azurerm_data_factory**principal_id}')]},
                            }}}},
                          }},
                        }
                        """)
                .hasResource("azuread_application", """
                        {app_role: [{value: 'Datasets.Register', allowed_member_types: ['Application']}]}
                        """)
                .hasResource("azuread_app_role_assignment", """
                        {principal_object_id: textLike('**azurerm_data_factory**principal_id}')}
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'AzureML Data Scientist',
                          scope: textLike('${azapi_resource.ml_Workspace_*.id}'),
                          principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                        }
                        """);
    }

    /** What takes longer than a caller waits for is in a queue of the function's, and its result in a container. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void keepsWhatIsRegisteredLater(String environment) {
        SynthesizedStack stack = stack(environment);
        for (String queue : List.of("registrations", "registrations-poison")) {
            assertThat(stack).hasResource("azurerm_storage_queue", """
                    {name: '%s', storage_account_id: textLike('${azurerm_storage_account.Functions_App_Storage_*.id}')}
                    """.formatted(queue));
        }
        assertThat(stack)
                .hasResource("azurerm_storage_container", """
                        {name: 'registrations', storage_account_id: textLike('${azurerm_storage_account.Functions_App_Storage_*.id}')}
                        """)
                .hasResource("azurerm_storage_management_policy", """
                        {rule: [{
                          name: 'registrations',
                          filters: {prefix_match: ['registrations/']},
                          actions: {base_blob: {delete_after_days_since_modification_greater_than: 7}},
                        }]}
                        """)
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_storage_account.Functions_App_Storage_*.id}/queueServices/default'),
                          enabled_log: [{category_group: 'audit'}],
                        }
                        """)
                .hasResource(
                        "azurerm_monitor_scheduled_query_rules_alert_v2",
                        "{name: 'alert-tlake-bad-registrations-%s-weu'}".formatted(environment));
    }

    /** In a private network the factory comes by an endpoint of its own, which somebody approves. */
    @Test
    void letsTheFactoryIntoAPrivateNetwork() {
        assertThat(stack("prod")).hasResource("azurerm_data_factory_managed_private_endpoint", """
                {target_resource_id: textLike('${azapi_resource.Functions_App_*.id}'), subresource_name: 'sites'}
                """);
        assertThat(stack("dev")).hasResourceCount("azurerm_data_factory_managed_private_endpoint", 0);
    }

    @Test
    void registersByAPipelineThatFailsWhenAnItemFailed() {
        assertThat(stack("dev")).hasResource("azapi_resource", """
                {
                  name: 'RegisterDatasets',
                  body: {properties: {
                    parameters: {
                      workspace_definition: {type: 'Array', defaultValue: [{
                        workspace_name: 'mlw-tlake-ml-dev-weu',
                        subscription_id: textLike('${data.azurerm_client_config.*.subscription_id}'),
                        resource_group: textLike('**azurerm_resource_group**name}'),
                      }]},
                      datastore_definition: {type: 'Array', defaultValue: absent},
                      dataset_definition: {type: 'Array', defaultValue: absent},
                    },
                    activities: [
                      {
                        name: 'Register',
                        type: 'WebActivity',
                        policy: {retry: 2},
                        typeProperties: {
                          method: 'POST',
                          url: textLike('https://${azapi_resource.Functions_App_*.output.properties.defaultHostName}/send_data'),
                          httpRequestTimeout: '00:04:00',
                          authentication: {type: 'MSI', resource: textLike('${azuread_application.*.client_id}')},
                          body: {type: 'Expression', value: '{"workspace_definition": @{string(pipeline().parameters.workspace_definition)}, "datastore_definition": @{string(pipeline().parameters.datastore_definition)}, "dataset_definition": @{string(pipeline().parameters.dataset_definition)}}'},
                        },
                      },
                      {
                        type: 'IfCondition',
                        dependsOn: [{activity: 'Register', dependencyConditions: ['Succeeded']}],
                        typeProperties: {
                          expression: {value: "@not(activity('Register').output.succeeded)"},
                          ifFalseActivities: exactly([]),
                          ifTrueActivities: [{type: 'Fail', typeProperties: {message: {
                            value: "not everything was registered: @{string(activity('Register').output.items)}",
                          }}}],
                        },
                      },
                    ],
                  }},
                }
                """);
    }

    @Test
    void registersEachNewFileOfAFolder() {
        assertThat(stack("dev"))
                .hasResource("azurerm_data_factory_trigger_blob_event", """
                        {
                          name: 'RegisterNewFile',
                          activated: true,
                          events: ['Microsoft.Storage.BlobCreated'],
                          blob_path_begins_with: '/silver/blobs/datasets/',
                          blob_path_ends_with: '.csv',
                          pipeline: [{
                            name: textLike('${azapi_resource.Pipelines_RegisterFile_*.name}'),
                            parameters: {fileName: '@triggerBody().fileName', folderPath: '@triggerBody().folderPath'},
                          }],
                        }
                        """)
                .hasResource("azapi_resource", """
                        {
                          name: 'RegisterFile',
                          body: {properties: {
                            concurrency: 20,
                            activities: [{
                              type: 'ExecutePipeline',
                              typeProperties: {
                                waitOnCompletion: true,
                                parameters: {
                                  datastore_definition: [{
                                    adlsgen2_datastore_name: 'silver',
                                    account_name: textLike('**azurerm_storage_accountLake_**name}'),
                                    filesystem: 'silver',
                                  }],
                                  dataset_definition: {
                                    type: 'Expression',
                                    value: textLike("@json(concat('[{\\"dataset_name\\": \\"', **"),
                                  },
                                },
                              },
                            }],
                          }},
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void leavesPackageAndFirstDatasetsToTheDeployHook(String environment) {
        assertThat(stack(environment)).hasOutput("deploy_hook", Match.json("""
                {
                  stack: '%1$s-ml-workspaces',
                  functionPackages: [{file: 'src/functions/ml-workspaces/target/ml-workspaces.zip'}],
                  registrations: [{
                    request: 'stacks/ml-workspaces/%1$s.json',
                    workspaces: arrayWith(textLike('${azapi_resource.ml_Workspace_*.id}')),
                  }],
                }
                """.formatted(environment)));
    }

    @Test
    void letsThoseWorkAndRegisterWhomTheSettingsName() throws IOException {
        SynthesizedStack stack = devWith("""
                "scientists": [{"name": "scientists", "objectId": "11111111-2222-3333-4444-555555555555"}],
                "registrars": [{"name": "nightly", "objectId": "%s"}]""".formatted(PROGRAM));
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'AzureML Data Scientist',
                          principal_id: '11111111-2222-3333-4444-555555555555',
                          principal_type: 'Group',
                        }
                        """)
                .hasResource("azuread_app_role_assignment", "{principal_object_id: '%s'}".formatted(PROGRAM))
                .hasResource("azapi_update_resource", """
                        {body: {properties: {identityProviders: {azureActiveDirectory: {validation: {
                          defaultAuthorizationPolicy: {allowedPrincipals: {identities: arrayWith('%s')}},
                        }}}}}}
                        """.formatted(PROGRAM))
                .hasResourceCount("azurerm_data_factory_trigger_blob_event", 0)
                .hasOutput("deploy_hook", Match.json("{registrations: absent}"));
    }

    @Test
    void wantsAKeyInTheWorkspacesOwnRegion() throws IOException {
        String elsewhere = "\"workspaces\": [{\"name\": \"us\", \"region\": \"eastus2\"%s}]";
        String key =
                ", \"encryptionKey\": {\"uri\": \"https://us.vault.azure.net/keys/ml/%s\", \"vaultId\": \"%s\", \"identityId\": \"%s\"}"
                        .formatted(
                                "0".repeat(32),
                                id("Microsoft.KeyVault/vaults/us"),
                                id("Microsoft.ManagedIdentity/userAssignedIdentities/us"));
        String environmentKey =
                "\"landingZone\": {\"customerManagedKey\": {\"azureDatabricksObjectId\": \"%s\"},".formatted(PROGRAM);
        assertThatThrownBy(() -> devWith(elsewhere.formatted(""), environmentKey))
                .hasMessageContaining(
                        "an encryptionKey in eastus2 is missing: the environment's is in westeurope (at dev-ml-workspaces/us)");
        assertThat(devWith(elsewhere.formatted(key), environmentKey))
                .hasResource("azapi_resource", """
                {
                  name: 'mlw-tlake-us-dev-eus2',
                  body: {properties: {encryption: {keyVaultProperties: {
                    keyVaultArmId: '%s',
                  }}}},
                }
                """.formatted(id("Microsoft.KeyVault/vaults/us")));
    }

    @Test
    void saysWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> devWith("""
                        "workspaces": [{"name": "ml"}, {"name": "ml"}],
                        "registrars": [
                          {"name": "a", "objectId": "AAAAAAAA-3333-4444-5555-666666666666"},
                          {"name": "b", "objectId": "aaaaaaaa-3333-4444-5555-666666666666"}],
                        "registrations": "../elsewhere.json",
                        "newFiles": {"zone": "silver", "folder": "/datasets"}"""))
                .hasMessageContaining("#/mlWorkspaces/workspaces/1/name: \"ml\" is there twice, at /workspaces/0 too")
                .hasMessageContaining(
                        "#/mlWorkspaces/registrars/1: the program aaaaaaaa-3333-4444-5555-666666666666 is there twice, at /registrars/0 too")
                .hasMessageContaining("#/mlWorkspaces/registrations: \"../elsewhere.json\" is not allowed")
                .hasMessageContaining(
                        "#/mlWorkspaces/newFiles/folder: folder \"/datasets\" is not allowed: a path in the zone");
        assertThatThrownBy(() -> devWith("\"newFiles\": {\"zone\": \"platinum\", \"folder\": \"datasets\"}"))
                .hasMessageContaining("platinum");
    }

    private static String id(String resource) {
        return "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/us/providers/" + resource;
    }

    private SynthesizedStack devWith(String settings) throws IOException {
        return devWith(settings, "\"landingZone\": {");
    }

    private SynthesizedStack devWith(String settings, String landingZone) throws IOException {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Files.writeString(
                Files.createDirectories(folder.resolve("environments")).resolve("dev.json"),
                dev.substring(0, dev.indexOf("\"mlWorkspaces\"")).replace("\"landingZone\": {", landingZone)
                        + "\"mlWorkspaces\": {%s}}".formatted(settings));
        Path outdir = Files.createDirectories(folder.resolve("out"));
        PlatformApp.synth(new Main(folder.resolve("environments")), outdir);
        return SynthesizedApp.read(outdir).stack("dev-ml-workspaces");
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-ml-workspaces");
    }
}
