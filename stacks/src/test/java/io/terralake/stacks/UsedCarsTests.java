package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
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
                                  archiveNameFormat: 'used-cars/{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second}',
                                },
                              },
                            },
                          }},
                        }
                        """)
                .hasNoAnnotations();
    }

    /** Identities and roles of each hop: hub to lake, lake to job and back. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsEachHopDoNoMoreThanItMust(String environment) {
        SynthesizedStack stack = stack(environment);
        assertThat(stack)
                // Those of Databricks' connector stand where it does, in the landing zone.
                .hasResourceCount("azurerm_role_assignment", 1)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          principal_id: textLike('${azurerm_eventhub_namespace.*.identity[0].principal_id}'),
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

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void takesNewListingsEveryHour(String environment) {
        assertThat(stack(environment)).hasResource("databricks_job", """
                {
                  name: 'tlake-%1$s-used-cars',
                  max_concurrent_runs: 1,
                  schedule: {quartz_cron_expression: '0 0 * * * ?', timezone_id: 'UTC'},
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
                      ],
                    },
                  }],
                }
                """.formatted(environment));
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
