package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceImagesTests {
    private static final String ENDPOINT = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/ml"
            + "/providers/Microsoft.MachineLearningServices/workspaces/images/onlineEndpoints/sums";
    private static final String UPLOADERS = "22222222-3333-4444-5555-666666666666";

    @TempDir
    Path folder;

    /** The original had one container for all three, whose trigger ran for files that are none of its. */
    @Test
    void keepsImagesCheckpointsAndTheHostsFilesApart() {
        SynthesizedStack dev = stack("dev");
        for (String container : List.of("images", "checkpoints", "dead-letters")) {
            assertThat(dev).hasResource("azurerm_storage_container", """
                    {name: '%s', storage_account_id: textLike('${azurerm_storage_account.Store_Account_*.id}')}
                    """.formatted(container));
        }
        assertThat(dev)
                .hasResourceCount("azurerm_storage_account", 2)
                .hasResource("azurerm_storage_account", "{name: 'sttlakeimagesdevweu', is_hns_enabled: true}")
                .hasResource("azurerm_storage_account", "{name: 'sttlakepixelsdevweu', is_hns_enabled: absent}")
                .hasResource(
                        "azurerm_storage_container",
                        "{name: 'packages', storage_account_id: textLike('${azurerm_storage_account.Functions_*.id}')}")
                .hasNoAnnotations();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void tellsAQueueOfEachCompleteFile(String environment) {
        assertThat(stack(environment))
                .hasResource("azurerm_eventgrid_system_topic", """
                        {
                          name: 'egst-tlake-image-events-%s-weu',
                          topic_type: 'Microsoft.Storage.StorageAccounts',
                          source_resource_id: textLike('${azurerm_storage_account.Store_Account_*.id}'),
                          identity: {type: 'SystemAssigned'},
                        }
                        """.formatted(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'image-events',
                          parent_id: textLike('${azurerm_eventgrid_system_topic.*.id}'),
                          body: {properties: {
                            deliveryWithResourceIdentity: {
                              identity: {type: 'SystemAssigned'},
                              destination: {endpointType: 'StorageQueue', properties: {
                                queueName: textLike('${azurerm_storage_queue.Store_Events_Queue_*.name}'),
                                queueMessageTimeToLiveInSeconds: -1,
                              }},
                            },
                            deadLetterWithResourceIdentity: {
                              identity: {type: 'SystemAssigned'},
                              deadLetterDestination: {properties: {blobContainerName: 'dead-letters'}},
                            },
                            filter: {
                              includedEventTypes: ['Microsoft.Storage.BlobCreated'],
                              subjectBeginsWith: '/blobServices/default/containers/images/blobs/',
                              subjectEndsWith: '.json',
                              advancedFilters: [{
                                operatorType: 'StringIn',
                                key: 'data.api',
                                values: ['CopyBlob', 'PutBlob', 'PutBlockList', 'FlushWithClose'],
                              }],
                            },
                            retryPolicy: {maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440},
                          }},
                          depends_on: anyValue,
                        }
                        """)
                .hasResource("azurerm_storage_queue", "{name: 'image-events'}")
                .hasResource("azurerm_storage_queue", "{name: 'image-events-poison'}");
    }

    /** The original had the account's key and the administrator's password in settings of the app. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsEachHopDoNoMoreThanItMust(String environment) {
        SynthesizedStack stack = stack(environment);
        String function = "textLike('${azapi_resource.Functions_PixelSums_*.identity[0].principal_id}')";
        String topic = "textLike('${azurerm_eventgrid_system_topic.*.identity[0].principal_id}')";
        hasRole(stack, "Storage Blob Data Reader", function, "azurerm_storage_container.Store_Account_images_*");
        hasRole(stack, "Storage Queue Data Contributor", function, "azurerm_storage_queue.Store_Events_Queue_*");
        hasRole(stack, "Storage Queue Data Message Sender", function, "azurerm_storage_queue.Store_Poison_*");
        hasRole(stack, "Storage Queue Data Message Sender", topic, "azurerm_storage_queue.Store_Events_Queue_*");
        hasRole(
                stack,
                "Storage Blob Data Contributor",
                topic,
                "azurerm_storage_container.Store_Account_dead-letters_*");
        // Three more of the host on its own storage, and one to send telemetry.
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 9);
    }

    @Test
    void tellsTheFunctionWhereEverythingIsAndNoSecret() {
        assertThat(stack("dev")).hasResource("azapi_resource", """
                {
                  name: 'func-tlake-pixels-dev-weu',
                  body: {properties: {
                    functionAppConfig: {scaleAndConcurrency: {maximumInstanceCount: 40}},
                    siteConfig: {
                      ipSecurityRestrictions: exactly([]),
                      ipSecurityRestrictionsDefaultAction: 'Deny',
                      appSettings: [
                        {name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD'},
                        {name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: anyValue},
                        {name: 'AzureWebJobsStorage__accountName', value: textLike('${azurerm_storage_account.Functions_*.name}')},
                        {name: 'AzureWebJobsStorage__credential', value: 'managedidentity'},
                        {name: 'IMAGES_BLOB_ENDPOINT', value: textLike('https://${azurerm_storage_account.Store_Account_*.name}.blob.core.windows.net/')},
                        {name: 'IMAGES_CONTAINER', value: 'images'},
                        {name: 'IMAGES_POISON_QUEUE', value: textLike('${azurerm_storage_queue.Store_Poison_*.name}')},
                        {name: 'IMAGES_QUEUE', value: textLike('${azurerm_storage_queue.Store_Events_Queue_*.name}')},
                        {name: 'IMAGES_SQL_DATABASE', value: textLike('${azurerm_mssql_database.Database_*.name}')},
                        {name: 'IMAGES_SQL_SERVER', value: textLike('**cross-stack-output-azurerm_mssql_server**fully_qualified_domain_name}')},
                        {name: 'IMAGES__credential', value: 'managedidentity'},
                        {name: 'IMAGES__queueServiceUri', value: textLike('https://${azurerm_storage_account.Store_Account_*.name}.queue.core.windows.net')},
                      ],
                    },
                  }},
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void leavesTableUserAndPackageToTheDeployHook(String environment) {
        assertThat(stack(environment)).hasOutput("deploy_hook", Match.json("""
                {
                  version: 1,
                  stack: '%1$s-device-images',
                  databases: [{
                    server: textLike('**fully_qualified_domain_name}'),
                    database: textLike('${azurerm_mssql_database.*.name}'),
                    migrations: 'stacks/device-images/sql',
                    users: [{
                      name: 'func-tlake-pixels-%1$s-weu',
                      identityOf: textLike('${azapi_resource.Functions_PixelSums_*.id}'),
                      execute: exactly(['[dbo].[usp_SaveImage]']),
                    }],
                  }],
                  functionPackages: [{file: 'src/functions/device-images/target/device-images.zip'}],
                }
                """.formatted(environment)));
    }

    @Test
    void tellsWhenImagesAreBadWaitOrGetLost() {
        SynthesizedStack dev = stack("dev");
        assertThat(dev)
                .hasResource("azurerm_monitor_scheduled_query_rules_alert_v2", """
                        {
                          name: 'alert-tlake-bad-images-dev-weu',
                          window_duration: 'PT15M',
                          criteria: [{operator: 'GreaterThan', threshold: 0, time_aggregation_method: 'Count'}],
                        }
                        """)
                .hasResource("azurerm_monitor_scheduled_query_rules_alert_v2", """
                        {
                          name: 'alert-tlake-waiting-images-dev-weu',
                          window_duration: 'PT1H',
                          criteria: [{
                            operator: 'GreaterThan',
                            threshold: 100,
                            metric_measure_column: 'Growth',
                            time_aggregation_method: 'Total',
                          }],
                        }
                        """)
                // Without it the tables that the alerts ask would stay empty.
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_storage_account.Store_Account_*.id}/queueServices/default'),
                          enabled_log: [{category_group: 'audit'}],
                        }
                        """);
        for (String metric : List.of("DeadLetteredCount", "DroppedEventCount")) {
            assertThat(dev).hasResource("azurerm_monitor_metric_alert", """
                    {
                      scopes: [textLike('${azurerm_eventgrid_system_topic.*.id}')],
                      criteria: [{metric_name: '%s', operator: 'GreaterThan', threshold: 0}],
                    }
                    """.formatted(metric));
        }
    }

    @Test
    void keepsImagesInsideAndInThreeZonesInProd() {
        SynthesizedStack prod = stack("prod");
        assertThat(prod)
                .hasResource(
                        "azurerm_storage_account",
                        "{name: 'sttlakeimagesprodweu', account_replication_type: 'ZRS', public_network_access_enabled: false}")
                .hasResource("azurerm_mssql_database", "{sku_name: 'GP_Gen5_2', zone_redundant: true}")
                .hasResource("azurerm_storage_management_policy", """
                        {rule: arrayWith({
                          name: 'images',
                          filters: {prefix_match: ['images/']},
                          actions: {base_blob: {
                            tier_to_cool_after_days_since_modification_greater_than: 30,
                            delete_after_days_since_modification_greater_than: 365,
                          }},
                        })}
                        """);
        for (String part : List.of("blob", "dfs", "queue")) {
            assertThat(prod).hasResource("azurerm_private_endpoint", """
                    {
                      name: 'pep-sttlakeimagesprodweu-%1$s',
                      private_service_connection: {subresource_names: ['%1$s']},
                    }
                    """.formatted(part));
        }
    }

    @Test
    void letsThoseUploadWhomTheSettingsName() throws IOException {
        SynthesizedStack stack =
                devWith("\"uploaders\": [{\"name\": \"devices\", \"objectId\": \"%s\"}]".formatted(UPLOADERS));
        for (String container : List.of("images", "checkpoints")) {
            hasRole(
                    stack,
                    "Storage Blob Data Contributor",
                    "'%s'".formatted(UPLOADERS),
                    "azurerm_storage_container.Store_Account_%s_*".formatted(container));
        }
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 11);
    }

    @Test
    void asksAnOnlineEndpointWhereThereIsOne() throws IOException {
        SynthesizedStack stack = devWith(
                "\"onlineEndpoint\": {\"url\": \"https://sums.westeurope.inference.ml.azure.com/score\", \"id\": \"%s\"}"
                        .formatted(ENDPOINT));
        assertThat(stack).hasResource("azapi_resource", """
                        {body: {properties: {siteConfig: {appSettings: arrayWith({
                          name: 'IMAGES_SCORE_URL',
                          value: 'https://sums.westeurope.inference.ml.azure.com/score',
                        })}}}}
                        """).hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'AzureML Data Scientist',
                          scope: '%s',
                          principal_id: textLike('${azapi_resource.Functions_PixelSums_*.identity[0].principal_id}'),
                        }
                        """.formatted(
                        ENDPOINT));
    }

    /** One row for each name, by when and from what: the original had neither, and dropped the table when it was set up again. */
    @Test
    void keepsOneRowForEachName() throws IOException {
        String table = Files.readString(Path.of("device-images", "sql", "V1__processed_data.sql"));
        Assertions.assertThat(table)
                .contains(
                        "UNIQUE ([filename])",
                        "[processed_at] datetime2(3) NOT NULL",
                        "[source_etag] nvarchar(64) NOT NULL")
                .doesNotContain("DROP");
    }

    private SynthesizedStack devWith(String settings) throws IOException {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Files.writeString(
                Files.createDirectories(folder.resolve("environments")).resolve("dev.json"),
                dev.replaceFirst("\\{", "{\"deviceImages\": {%s},".formatted(settings)));
        Path outdir = Files.createDirectories(folder.resolve("out"));
        PlatformApp.synth(new Main(folder.resolve("environments")), outdir);
        return SynthesizedApp.read(outdir).stack("dev-device-images");
    }

    private static void hasRole(SynthesizedStack stack, String role, String principal, String scope) {
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: '%s', principal_id: %s, scope: textLike('${%s.id}')}"
                                .formatted(role, principal, scope));
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-device-images");
    }
}
