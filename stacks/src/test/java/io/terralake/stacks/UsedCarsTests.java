package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedCarsTests {

    /** The original's hub was in the Basic tier, which can neither capture nor be read by several programs. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void capturesListingsIntoTheLake(String environment) {
        assertThat(stack(environment))
                .hasResource("azurerm_eventhub_namespace", """
                        {
                          name: 'evhns-tlake-%1$s-weu',
                          sku: 'Standard',
                          auto_inflate_enabled: true,
                          local_authentication_enabled: false,
                        }
                        """.formatted(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'listings',
                          body: {properties: {
                            retentionDescription: {retentionTimeInHours: 168},
                            captureDescription: {
                              enabled: true,
                              skipEmptyArchives: true,
                              destination: {
                                identity: {type: 'SystemAssigned'},
                                properties: {
                                  blobContainer: 'bronze',
                                  archiveNameFormat: 'used-cars/{Namespace}/{EventHub}/{Year}/{Month}/{Day}/{Hour}_{Minute}_{Second}_{PartitionId}',
                                },
                              },
                            },
                          }},
                        }
                        """)
                .hasNoAnnotations();
    }

    /** Identities and roles of each hop: no key, no role that is wider than the hop. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsEachHopDoNoMoreThanItMust(String environment) {
        SynthesizedStack stack = stack(environment);
        assertThat(stack)
                // Those of Databricks' connector and of the factory on the lake stand where they do, in the landing
                // zone.
                .hasResourceCount("azurerm_role_assignment", 9)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          principal_id: textLike('${azurerm_eventhub_namespace.*.identity[0].principal_id}'),
                          scope: textLike('**_bronze_**'),
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Azure Event Hubs Data Sender',
                          principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                          scope: textLike('${azapi_resource.Listings_*.id}'),
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Monitoring Metrics Publisher',
                          principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                        }
                        """);
        for (String role : List.of("Blob Data Owner", "Queue Data Contributor", "Table Data Contributor")) {
            assertThat(stack).hasResource("azurerm_role_assignment", """
                    {
                      role_definition_name: 'Storage %s',
                      principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                      scope: textLike('${azurerm_storage_account.Functions_App_Storage_*.id}'),
                    }
                    """.formatted(role));
        }
        for (String zone : List.of("bronze", "archive", "silver")) {
            assertThat(stack).hasResource("azurerm_role_assignment", """
                    {
                      role_definition_name: 'Storage Blob Data Contributor',
                      principal_id: textLike('${azapi_resource.Archive_Workflow_*.identity[0].principal_id}'),
                      scope: textLike('**_%s_**'),
                    }
                    """.formatted(zone));
        }
        assertThat(stack)
                .hasResourceCount("azurerm_cosmosdb_sql_role_assignment", 2)
                .hasResource("azurerm_cosmosdb_sql_role_assignment", """
                        {
                          role_definition_id: textLike('**/sqlRoleDefinitions/00000000-0000-0000-0000-000000000001'),
                          principal_id: textLike('${azapi_resource.Functions_App_*.identity[0].principal_id}'),
                          scope: textLike('**/dbs/**/colls/**'),
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_role_assignment", """
                        {
                          role_definition_id: textLike('**/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'),
                          principal_id: textLike('**cross-stack-output-azurerm_data_factory**'),
                          scope: textLike('**/dbs/${azurerm_cosmosdb_sql_database.*.name}'),
                        }
                        """)
                .hasResource("databricks_external_location", """
                        {
                          name: 'tlake-%1$s-used-cars-raw',
                          url: textLike('abfss://bronze@**/used-cars'),
                          read_only: true,
                          isolation_mode: 'ISOLATION_MODE_ISOLATED',
                        }
                        """.formatted(environment))
                .hasResource("databricks_external_location", """
                        {name: 'tlake-%1$s-used-cars', url: textLike('abfss://silver@**/used-cars'), read_only: false}
                        """.formatted(environment));
    }

    /** The pipeline starts it. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void mergesNewListingsByAJob(String environment) {
        assertThat(stack(environment)).hasResource("databricks_job", """
                {
                  name: 'tlake-%1$s-used-cars',
                  max_concurrent_runs: 1,
                  schedule: absent,
                  task: [{
                    task_key: 'merge',
                    spark_jar_task: {
                      main_class_name: 'io.terralake.jobs.UsedCarsCommand',
                      parameters: [
                        '--input', textLike('${databricks_external_location.*.url}'),
                        '--silver', textLike('${databricks_external_location.*.url}/cars'),
                        '--quarantine', textLike('${databricks_external_location.*.url}/quarantine'),
                        '--checkpoint', textLike('${databricks_external_location.*.url}/checkpoint'),
                        '--processed', textLike('${databricks_external_location.*.url}/processed'),
                        '--changes', textLike('${databricks_external_location.*.url}/changes'),
                        '--files-per-batch', '400',
                      ],
                    },
                  }],
                }
                """.formatted(environment));
    }

    /** The job, then, where something changed, the copy, then the end of what was copied. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void copiesWhatChangedEveryHour(String environment) {
        assertThat(stack(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'UsedCars',
                          body: {properties: {concurrency: 1, activities: [
                            {
                              name: 'MergeListings',
                              type: 'DatabricksJob',
                              policy: {retry: 0, timeout: '0.03:00:00'},
                              typeProperties: {jobId: textLike('${databricks_job.*.id}')},
                            },
                            {
                              name: 'LookForChanges',
                              type: 'GetMetadata',
                              dependsOn: [{activity: 'MergeListings', dependencyConditions: ['Succeeded']}],
                              typeProperties: {fieldList: ['exists']},
                            },
                            {
                              name: 'IfThereAreChanges',
                              type: 'IfCondition',
                              dependsOn: [{activity: 'LookForChanges', dependencyConditions: ['Succeeded']}],
                              typeProperties: {
                                expression: {value: "@activity('LookForChanges').output.exists"},
                                ifFalseActivities: [],
                                ifTrueActivities: [
                                  {
                                    name: 'UpsertListings',
                                    type: 'Copy',
                                    typeProperties: {
                                      source: {type: 'JsonSource', storeSettings: {wildcardFileName: '*.json'}},
                                      sink: {type: 'CosmosDbSqlApiSink', writeBehavior: 'upsert'},
                                    },
                                  },
                                  {
                                    name: 'DeleteChanges',
                                    type: 'Delete',
                                    dependsOn: [{activity: 'UpsertListings', dependencyConditions: ['Succeeded']}],
                                  },
                                ],
                              },
                            },
                          ]}},
                        }
                        """)
                .hasResource("azurerm_data_factory_custom_dataset", """
                        {
                          name: 'UsedCarsChanges',
                          type_properties_json: serializedJson({location: {fileSystem: 'silver', folderPath: 'used-cars/changes'}}),
                        }
                        """)
                .hasResource("azurerm_data_factory_trigger_schedule", """
                        {frequency: 'Hour', interval: 1, activated: true, pipeline: [{name: anyValue}]}
                        """)
                .hasResource("azurerm_data_factory_managed_private_endpoint", """
                        {
                          name: 'used-cars-cosmos',
                          subresource_name: 'Sql',
                          target_resource_id: textLike('${azurerm_cosmosdb_account.*.id}'),
                          depends_on: anyValue,
                        }
                        """);
    }

    @Test
    void keepsItemsByRegistrationAndDay() {
        assertThat(stack("dev"))
                .hasResource("azurerm_cosmosdb_account", """
                        {
                          name: 'cosmos-tlake-dev-weu',
                          capabilities: [{name: 'EnableServerless'}],
                          local_authentication_disabled: true,
                          backup: {type: 'Continuous', tier: 'Continuous7Days'},
                          geo_location: [{zone_redundant: false}],
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_container", """
                        {
                          name: 'cars',
                          partition_key_paths: ['/Rego'],
                          indexing_policy: {composite_index: [{index: [
                            {path: '/Rego', order: 'Ascending'},
                            {path: '/id', order: 'Ascending'},
                          ]}]},
                          autoscale_settings: absent,
                        }
                        """);
        assertThat(stack("prod"))
                .hasResource("azurerm_cosmosdb_account", """
                        {
                          capabilities: absent,
                          public_network_access_enabled: false,
                          backup: {tier: 'Continuous30Days'},
                          geo_location: [{zone_redundant: true}],
                          lifecycle: {prevent_destroy: true},
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_container", "{autoscale_settings: {max_throughput: 4000}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void showsAnalystsTheTableAndTheRawFiles(String environment) {
        assertThat(stack(environment))
                .hasResource("databricks_schema", "{name: 'used_cars'}")
                .hasResource("databricks_sql_table", """
                        {
                          name: 'cars',
                          table_type: 'EXTERNAL',
                          storage_location: textLike('${databricks_external_location.ListingsJob_Refined_*.url}/cars'),
                          properties: {'delta.columnMapping.mode': 'name', 'delta.enableDeletionVectors': 'false'},
                          column: [
                            {name: 'Rego', type: 'string'},
                            {name: 'Brand', type: 'string'},
                            {name: 'Model', type: 'string'},
                            {name: 'Trim', type: 'int'},
                            {name: 'Year', type: 'int'},
                            {name: 'Odometer', type: 'int'},
                            {name: 'Price', type: 'int'},
                            {name: 'Date listed', type: 'date'},
                            {name: 'Date removed', type: 'date'},
                            {name: 'Turnover', type: 'int'},
                          ],
                        }
                        """)
                .hasResource("databricks_volume", """
                        {
                          name: 'raw',
                          volume_type: 'EXTERNAL',
                          storage_location: textLike('${databricks_external_location.ListingsJob_Raw_*.url}'),
                        }
                        """);
    }

    @Test
    void tellsOfEveryHopThatFails() {
        for (String alert : List.of("throttled-listings", "failed-generator", "failed-archiver", "cars-availability")) {
            assertThat(stack("dev"))
                    .hasResource("azurerm_monitor_metric_alert", "{name: 'alert-tlake-%s-dev-weu'}".formatted(alert));
        }
    }

    @Test
    void isReachedFromInsideOnlyInProd() {
        assertThat(stack("prod"))
                .hasResource("azurerm_eventhub_namespace", "{public_network_access_enabled: false}")
                .hasResource(
                        "azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['namespace']}}");
        assertThat(stack("dev"))
                .hasResource(
                        "azurerm_eventhub_namespace",
                        "{network_rulesets: [{default_action: 'Deny', ip_rule: [{ip_mask: '203.0.113.0/24'}]}]}");
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-used-cars");
    }
}
