package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedStack;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoanVersionsTests {
    /** No query: neither table nor column name is spliced into SQL. */
    private static final String OLD_WATERMARK = """
            {
              name: 'LookupOldWatermark',
              type: 'Lookup',
              dependsOn: [],
              typeProperties: {source: {
                type: 'AzureSqlSource',
                sqlReaderStoredProcedureName: '[dbo].[usp_GetWatermark]',
                sqlReaderQuery: absent,
                storedProcedureParameters: exactly({TableName: {
                  value: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'},
                  type: 'String',
                }}),
              }},
            }
            """;

    private static final String NEW_WATERMARK = """
            {
              name: 'LookupNewWatermark',
              type: 'Lookup',
              dependsOn: [],
              typeProperties: {source: {
                sqlReaderStoredProcedureName: '[dbo].[usp_GetNewWatermark]',
                sqlReaderQuery: absent,
                storedProcedureParameters: exactly({
                  TableName: {
                    value: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'},
                    type: 'String',
                  },
                  WatermarkColumnName: {
                    value: {value: '@pipeline().parameters.WatermarkColumnName', type: 'Expression'},
                    type: 'String',
                  },
                }),
              }},
            }
            """;

    private static final String DELTA_COPY = """
            {
              name: 'DeltaCopy',
              type: 'ExecuteDataFlow',
              dependsOn: [
                {activity: 'LookupOldWatermark', dependencyConditions: ['Succeeded']},
                {activity: 'LookupNewWatermark', dependencyConditions: ['Succeeded']},
              ],
              typeProperties: {dataFlow: {
                referenceName: textLike('${azurerm_data_factory_data_flow.*.name}'),
                parameters: {
                  SourceTableName: {
                    value: "'@{replace(replace(pipeline().parameters.SourceTableName, '\\\\', '\\\\\\\\'), '''', '\\\\''')}'",
                    type: 'Expression',
                  },
                  WatermarkColumnName: {
                    value: "'@{replace(replace(pipeline().parameters.WatermarkColumnName, '\\\\', '\\\\\\\\'), '''', '\\\\''')}'",
                    type: 'Expression',
                  },
                  OldwaterMarkVal: {
                    value: "'@{activity('LookupOldWatermark').output.firstRow.WaterMarkVal}'",
                    type: 'Expression',
                  },
                  NewwaterMarkVal: {
                    value: "'@{activity('LookupNewWatermark').output.firstRow.NewWaterMarkVal}'",
                    type: 'Expression',
                  },
                },
              }},
              policy: {timeout: '0.02:00:00', retry: 2},
            }
            """;

    private static final String UPDATE_WATERMARK = """
            {
              name: 'UpdateWatermark',
              type: 'SqlServerStoredProcedure',
              dependsOn: [{activity: 'DeltaCopy', dependencyConditions: ['Succeeded']}],
              typeProperties: {
                storedProcedureName: '[dbo].[usp_UpdateWatermark]',
                storedProcedureParameters: exactly({
                  LastModifiedtime: {
                    value: {
                      value: "@activity('LookupNewWatermark').output.firstRow.NewWaterMarkVal",
                      type: 'Expression',
                    },
                    type: 'String',
                  },
                  TableName: {
                    value: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'},
                    type: 'String',
                  },
                }),
              },
              policy: {timeout: '0.00:10:00', retry: 2},
            }
            """;

    @Test
    void devPausesAndMayBeDestroyed() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResource("azurerm_mssql_database", """
                        {
                          name: 'loans',
                          sku_name: 'GP_S_Gen5_1',
                          auto_pause_delay_in_minutes: 60,
                          zone_redundant: false,
                          lifecycle: absent,
                        }
                        """)
                .hasNoAnnotations();
    }

    @Test
    void prodIsZoneRedundantAndKeepsBackupsAndData() {
        assertThat(Platform.app().stack("prod-loan-versions"))
                .hasResource("azurerm_mssql_database", """
                        {
                          sku_name: 'GP_Gen5_2',
                          auto_pause_delay_in_minutes: absent,
                          zone_redundant: true,
                          storage_account_type: 'Zone',
                          short_term_retention_policy: {retention_days: 35},
                          long_term_retention_policy: {weekly_retention: 'P12W', monthly_retention: 'P24M'},
                          lifecycle: {prevent_destroy: true},
                        }
                        """)
                .hasResourceCount("azurerm_management_lock", 1);
    }

    @Test
    void standsOnTheLandingZoneThroughItsState() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResourceCount("azurerm_resource_group", 0)
                .hasResource(
                        "data.terraform_remote_state",
                        "{config: {path: '../../../terraform.dev-landing-zone.tfstate'}}")
                .hasResource("azurerm_mssql_database", "{server_id: textLike('${data.terraform_remote_state.**}')}")
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 1);
    }

    /** The contract of the reference system: names, parameters, order and expressions. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void keepsTheContractOfDeltaCopyPipeline(String environment) {
        assertThat(Platform.app().stack(environment + "-loan-versions")).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.DataFactory/factories/pipelines@2018-06-01',
                  name: 'DeltaCopyPipeline',
                  body: {properties: {
                    concurrency: 1,
                    parameters: exactly({
                      SourceTableName: {type: 'String', defaultValue: 'source'},
                      WatermarkColumnName: {type: 'String', defaultValue: 'issue_d'},
                    }),
                    activities: [%s, %s, %s, %s],
                  }},
                }
                """.formatted(
                        OLD_WATERMARK, NEW_WATERMARK, DELTA_COPY, UPDATE_WATERMARK));
    }

    /** What an environment that was deployed with azurerm's resource needs: the state moves, the pipeline stays. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void takesOverThePipelineThatAzurermManaged(String environment) {
        assertThat(Platform.app().stack(environment + "-loan-versions")).matchesAt("/moved", Match.json("""
                [{
                  from: 'azurerm_data_factory_pipeline.DeltaCopy_Pipeline_A363D919',
                  to: 'azapi_resource.DeltaCopy_Pipeline_A363D919',
                }]
                """));
    }

    /** Merged by key, read committed, by the column that the parameter names, a quarter of late rows included. */
    @Test
    void copiesWithoutTheDefectsOfTheReferenceSystem() {
        SynthesizedStack stack = Platform.app().stack("prod-loan-versions");
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_data_flow",
                        "{name: 'CopyWithVersion', source: [{name: 'SqlDb'}], sink: [{name: 'DeltaLake'}]}");
        String script = stack.resources("azurerm_data_factory_data_flow")
                .get(0)
                .properties()
                .path("script")
                .asText();
        Assertions.assertThat(script)
                .contains("format: 'delta'", "fileSystem: 'silver'", "folderPath: 'lc_loan'")
                .contains("alterRow(upsertIf(true()))", "upsertable: true", "keys: ['id']", "insertable: false")
                .contains("isolationLevel: 'READ_COMMITTED'")
                .contains("replace($WatermarkColumnName, \"]\", \"]]\")", "DATEADD(day, -92,")
                .doesNotContain("READ_UNCOMMITTED", "where issue_d", "{$SourceTableName}");
    }

    @Test
    void runsEveryNightAndReportsInTheMorning() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResource(
                        "azurerm_data_factory_trigger_schedule",
                        "{frequency: 'Day', start_time: '2026-01-01T00:00:00Z', schedule: {hours: [2], minutes: [0]}}")
                .hasResource("databricks_job", """
                        {
                          name: 'tlake-dev-loan-versions',
                          schedule: {quartz_cron_expression: '0 0 5 * * ?'},
                          task: [
                            {task_key: 'compare', depends_on: [{task_key: 'list'}]},
                            {
                              task_key: 'list',
                              spark_jar_task: {main_class_name: 'io.terralake.jobs.DeltaVersionsCommand'},
                            },
                          ],
                        }
                        """);
    }

    @Test
    void asksTheDeployHookForTablesProceduresAndTheFactorysUser() {
        assertThat(Platform.app().stack("dev-loan-versions")).hasOutput("deploy_hook", Match.json("""
                {
                  version: 1,
                  databases: [{
                    database: textLike('${azurerm_mssql_database.*.name}'),
                    migrations: 'stacks/loan-versions/sql',
                    users: [{
                      name: 'adf-tlake-dev-weu',
                      roles: ['db_datareader'],
                      execute: [
                        '[dbo].[usp_GetNewWatermark]',
                        '[dbo].[usp_GetWatermark]',
                        '[dbo].[usp_UpdateWatermark]',
                      ],
                    }],
                  }],
                }
                """));
    }
}
