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
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelEventsTests {
    private static final String PROGRAM = "22222222-3333-4444-5555-666666666666";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void tellsAQueueOfTheFiveEventsOfAWorkspace(String environment) {
        assertThat(stack(environment))
                .hasResource("azurerm_eventgrid_system_topic", """
                        {
                          name: 'egst-tlake-ml-%s-weu',
                          topic_type: 'Microsoft.MachineLearningServices.Workspaces',
                          source_resource_id: textLike('**azapi_resourceml_Workspace_**id}'),
                        }
                        """.formatted(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'model-events',
                          parent_id: textLike('${azurerm_eventgrid_system_topic.Topic-ml_*.id}'),
                          body: {properties: {
                            filter: {includedEventTypes: exactly([
                              'Microsoft.MachineLearningServices.ModelRegistered',
                              'Microsoft.MachineLearningServices.ModelDeployed',
                              'Microsoft.MachineLearningServices.RunCompleted',
                              'Microsoft.MachineLearningServices.DatasetDriftDetected',
                              'Microsoft.MachineLearningServices.RunStatusChanged',
                            ])},
                            deliveryWithResourceIdentity: {destination: {properties: {
                              queueName: textLike('${azurerm_storage_queue.Store_Queue_*.name}'),
                            }}},
                            deadLetterWithResourceIdentity: {deadLetterDestination: {properties: {
                              blobContainerName: 'dead-letters',
                            }}},
                            retryPolicy: {maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440},
                          }},
                        }
                        """)
                .hasNoAnnotations();
    }

    @Test
    void standsWhereTheWorkspaceDoes() {
        assertThat(stack("prod")).hasResource("azurerm_eventgrid_system_topic", """
                {location: 'eastus2', source_resource_id: textLike('**azapi_resourcemlus_Place_Workspace_**id}')}
                """);
    }

    /** The original took events of all blobs: what Azure ML wrote itself would have trained the next model, for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void hearsOfTheTrainingFolderOnly(String environment) {
        assertThat(stack(environment)).hasResource("azapi_resource", """
                {
                  name: 'training-events',
                  parent_id: textLike('**azurerm_eventgrid_system_topicLakeEvents_**id}'),
                  body: {properties: {filter: {
                    includedEventTypes: exactly([
                      'Microsoft.Storage.BlobCreated',
                      'Microsoft.Storage.BlobDeleted',
                      'Microsoft.Storage.BlobRenamed',
                      'Microsoft.Storage.DirectoryCreated',
                      'Microsoft.Storage.DirectoryRenamed',
                      'Microsoft.Storage.DirectoryDeleted',
                    ]),
                    subjectBeginsWith: '/blobServices/default/containers/silver/blobs/training/',
                    advancedFilters: exactly([
                      {operatorType: 'StringNotIn', key: 'data.api', values: ['CreateFile']},
                      {operatorType: 'StringNotContains', key: 'subject', values: ['/azureml/']},
                    ]),
                  }}},
                }
                """);
    }

    /** Machines of Azure ML read the lake and cannot write there: no job makes an event. */
    @Test
    void letsNoJobWriteToTheLake() {
        assertThat(Platform.app().stack("dev-ml-workspaces"))
                .hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Storage Blob Data Reader',
                  scope: textLike('**azurerm_storage_containerLake_silver_**id}'),
                  principal_id: textLike('${azurerm_machine_learning_compute_cluster.ml_Cluster_*.identity[0].principal_id}'),
                }
                """)
                .doesNotHaveResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Storage Blob Data Contributor',
                  scope: textLike('**azurerm_storage_containerLake_**id}'),
                }
                """);
    }

    /** Any run of any experiment of the original deployed to production, in the repository that the caller named. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void saysWhichEventsStartWorkflowsOfWhichRepository(String environment) {
        assertThat(stack(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'func-tlake-github-%s-weu',
                          body: {properties: {siteConfig: {appSettings: arrayWith(
                            {
                              name: 'EVENTS_FILTERS',
                              value: '{"experiments":["iris"],"runStates":["Completed","Failed"],"containers":["silver"],"pathPrefix":"training/"}',
                            },
                            {name: 'EVENTS_POISON_QUEUE', value: textLike('${azurerm_storage_queue.Store_Poison_*.name}')},
                            {name: 'EVENTS_QUEUE', value: textLike('${azurerm_storage_queue.Store_Queue_*.name}')},
                            {
                              name: 'EVENTS_STATE_CONTAINER',
                              value: textLike('https://${azurerm_storage_account.Store_Account_*.name}.blob.core.windows.net/dispatches'),
                            },
                            {name: 'EVENTS__credential', value: 'managedidentity'},
                            {
                              name: 'EVENTS__queueServiceUri',
                              value: textLike('https://${azurerm_storage_account.Store_Account_*.name}.queue.core.windows.net'),
                            },
                            {name: 'GITHUB_REPOSITORY', value: 'example/lake'},
                          )}}},
                        }
                        """.formatted(environment))
                .hasOutput("deploy_hook", Match.json("""
                        {
                          stack: '%s-model-events',
                          functionPackages: [{file: 'src/functions/model-events/target/model-events.zip'}],
                        }
                        """.formatted(environment)));
    }

    /** The original had the token of a person in a plain setting. */
    @Test
    void keepsTheTokenInTheVault() {
        assertThat(stack("dev")).hasResource("azapi_resource", """
                {body: {properties: {siteConfig: {appSettings: arrayWith({
                  name: 'GITHUB_TOKEN',
                  value: textLike('@Microsoft.KeyVault(SecretUri=**azurerm_key_vault**vault_uri}secrets/github-token)'),
                })}}}}
                """).hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Key Vault Secrets User',
                  principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                }
                """);
    }

    /** The key signs in the vault: the function may use this one, and no other, and reads none. */
    @Test
    void letsTheVaultSignForTheApp() {
        assertThat(stack("prod"))
                .hasResource("azapi_resource", """
                {body: {properties: {siteConfig: {appSettings: arrayWith(
                  {name: 'GITHUB_APP_ID', value: '123456'},
                  {name: 'GITHUB_INSTALLATION_ID', value: '12345678'},
                  {name: 'GITHUB_KEY', value: textLike('**azurerm_key_vault**vault_uri}keys/github-app')},
                )}}}}
                """)
                .hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Key Vault Crypto User',
                  scope: textLike('**azurerm_key_vault**id}/keys/github-app'),
                  principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                }
                """)
                .doesNotHaveResource("azurerm_role_assignment", "{role_definition_name: 'Key Vault Secrets User'}");
    }

    /** The key of the original's function stood in the address that events went to. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsNobodySendOverHttpUnlessTheSettingsSayWho(String environment) {
        assertThat(stack(environment))
                .hasResource("azapi_update_resource", """
                {
                  name: 'authsettingsV2',
                  body: {properties: {
                    globalValidation: {requireAuthentication: true, unauthenticatedClientAction: 'Return401'},
                    identityProviders: {azureActiveDirectory: {validation: {defaultAuthorizationPolicy: {
                      allowedPrincipals: {identities: exactly(['00000000-0000-0000-0000-000000000000'])},
                    }}}},
                  }},
                }
                """)
                .hasResource("azuread_application", """
                {app_role: [{value: 'Events.Send', allowed_member_types: ['Application']}]}
                """)
                .hasResourceCount("azuread_app_role_assignment", 0);
    }

    @Test
    void letsThoseSendWhomTheSettingsName() throws IOException {
        SynthesizedStack stack = app("""
                "repository": "example/lake", "senders": [{"name": "partner", "objectId": "%s"}]""".formatted(PROGRAM)).stack("dev-model-events");
        assertThat(stack)
                .hasResource("azuread_app_role_assignment", "{principal_object_id: '%s'}".formatted(PROGRAM))
                .hasResource("azapi_resource", """
                        {body: {properties: {siteConfig: {appSettings: arrayWith({
                          name: 'EVENTS_FILTERS',
                          value: '{"runStates":["Completed","Failed"]}',
                        })}}}}
                        """)
                .doesNotHaveResource("azapi_resource", "{name: 'training-events'}");
    }

    @Test
    void isNotThereWithoutARepository() throws IOException {
        Assertions.assertThat(app("").stacks())
                .extracting(SynthesizedStack::name)
                .contains("dev-ml-workspaces")
                .doesNotContain("dev-model-events");
    }

    @Test
    void saysWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> app("""
                        "repository": "example/lake",
                        "gitHubApp": {"appId": "1", "installationId": "2"},
                        "tokenSecret": "github-token",
                        "runStates": ["Done"],
                        "senders": [
                          {"name": "a", "objectId": "22222222-3333-4444-5555-666666666666"},
                          {"name": "b", "objectId": "22222222-3333-4444-5555-666666666666"}],
                        "training": {"zone": "silver", "folder": "training/"}"""))
                .hasMessageContaining(
                        "#/modelEvents/tokenSecret: and gitHubApp are both there: one of them starts workflows")
                .hasMessageContaining(
                        "#/modelEvents/senders/1: the program 22222222-3333-4444-5555-666666666666 is there twice, at /senders/0 too")
                .hasMessageContaining(
                        "#/modelEvents/runStates/0: \"Done\" is no state of a run: one of [CancelRequested,")
                .hasMessageContaining(
                        "#/modelEvents/training/folder: folder \"training/\" is not allowed: a path in the zone");
        assertThatThrownBy(() -> app("\"repository\": \"https://github.com/example/lake\""))
                .hasMessageContaining("#/modelEvents/repository: \"https://github.com/example/lake\"");
    }

    private SynthesizedApp app(String settings) throws IOException {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Files.writeString(
                Files.createDirectories(folder.resolve("environments")).resolve("dev.json"),
                dev.substring(0, dev.indexOf("\"modelEvents\"")) + "\"modelEvents\": {%s}}".formatted(settings));
        Path outdir = Files.createDirectories(folder.resolve("out"));
        PlatformApp.synth(new Main(folder.resolve("environments")), outdir);
        return SynthesizedApp.read(outdir);
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-model-events");
    }
}
