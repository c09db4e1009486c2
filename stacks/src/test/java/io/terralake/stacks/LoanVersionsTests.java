package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedStack;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoanVersionsTests {

    @Test
    void devPausesAndMayBeDestroyed() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of(
                                "name",
                                "loans",
                                "sku_name",
                                "GP_S_Gen5_1",
                                "auto_pause_delay_in_minutes",
                                60,
                                "zone_redundant",
                                false,
                                "lifecycle",
                                Match.absent()))
                .hasNoAnnotations();
    }

    @Test
    void prodIsZoneRedundantAndKeepsBackupsAndData() {
        assertThat(Platform.app().stack("prod-loan-versions"))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of(
                                "sku_name", "GP_Gen5_2",
                                "auto_pause_delay_in_minutes", Match.absent(),
                                "zone_redundant", true,
                                "storage_account_type", "Zone",
                                "short_term_retention_policy", Map.of("retention_days", 35),
                                "long_term_retention_policy",
                                        Map.of("weekly_retention", "P12W", "monthly_retention", "P24M"),
                                "lifecycle", Map.of("prevent_destroy", true)))
                .hasResourceCount("azurerm_management_lock", 1);
    }

    @Test
    void standsOnTheLandingZoneThroughItsState() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResourceCount("azurerm_resource_group", 0)
                .hasResource(
                        "data.terraform_remote_state",
                        Map.of("config", Map.of("path", "../../../terraform.dev-landing-zone.tfstate")))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of("server_id", Match.matching("\\$\\{data\\.terraform_remote_state\\..*}")))
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 1);
    }

    /** The contract of the reference system: names, parameters, order and expressions. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void keepsTheContractOfDeltaCopyPipeline(String environment) {
        assertThat(Platform.app().stack(environment + "-loan-versions"))
                .hasResource(
                        "azapi_resource",
                        Map.of(
                                "type",
                                "Microsoft.DataFactory/factories/pipelines@2018-06-01",
                                "name",
                                "DeltaCopyPipeline",
                                "body",
                                Match.objectLike(Map.of(
                                        "properties",
                                        Map.of(
                                                "concurrency",
                                                1,
                                                "parameters",
                                                Match.exactly(Map.of(
                                                        "SourceTableName", string("source"),
                                                        "WatermarkColumnName", string("issue_d"))),
                                                "activities",
                                                List.of(
                                                        oldWatermark(),
                                                        newWatermark(),
                                                        deltaCopy(),
                                                        updateWatermark()))))));
    }

    /** What an environment that was deployed with azurerm's resource needs: the state moves, the pipeline stays. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void takesOverThePipelineThatAzurermManaged(String environment) {
        assertThat(Platform.app().stack(environment + "-loan-versions"))
                .matchesAt(
                        "/moved",
                        List.of(Map.of(
                                "from", "azurerm_data_factory_pipeline.DeltaCopy_Pipeline_A363D919",
                                "to", "azapi_resource.DeltaCopy_Pipeline_A363D919")));
    }

    private static Map<String, ?> string(String defaultValue) {
        return Map.of("type", "String", "defaultValue", defaultValue);
    }

    private static Map<String, ?> oldWatermark() {
        return Map.of(
                "name",
                "LookupOldWatermark",
                "type",
                "Lookup",
                "dependsOn",
                List.of(),
                "typeProperties",
                Map.of(
                        "source",
                        Map.of(
                                "type",
                                "AzureSqlSource",
                                "sqlReaderStoredProcedureName",
                                "[dbo].[usp_GetWatermark]",
                                // No query: neither table nor column name is spliced into SQL.
                                "sqlReaderQuery",
                                Match.absent(),
                                "storedProcedureParameters",
                                Match.exactly(Map.of("TableName", value("@pipeline().parameters.SourceTableName"))))));
    }

    private static Map<String, ?> newWatermark() {
        return Map.of(
                "name",
                "LookupNewWatermark",
                "type",
                "Lookup",
                "dependsOn",
                List.of(),
                "typeProperties",
                Map.of(
                        "source",
                        Map.of(
                                "sqlReaderStoredProcedureName",
                                "[dbo].[usp_GetNewWatermark]",
                                "sqlReaderQuery",
                                Match.absent(),
                                "storedProcedureParameters",
                                Match.exactly(Map.of(
                                        "TableName", value("@pipeline().parameters.SourceTableName"),
                                        "WatermarkColumnName", value("@pipeline().parameters.WatermarkColumnName"))))));
    }

    private static Map<String, ?> deltaCopy() {
        return Map.of(
                "name",
                "DeltaCopy",
                "type",
                "ExecuteDataFlow",
                "dependsOn",
                List.of(succeeded("LookupOldWatermark"), succeeded("LookupNewWatermark")),
                "typeProperties",
                Map.of(
                        "dataFlow",
                        Map.of(
                                "referenceName",
                                Match.matching("\\$\\{azurerm_data_factory_data_flow\\..*\\.name}"),
                                "parameters",
                                Map.of(
                                        "SourceTableName",
                                        expression("'@{pipeline().parameters.SourceTableName}'"),
                                        "WatermarkColumnName",
                                        expression("'@{pipeline().parameters.WatermarkColumnName}'"),
                                        "OldwaterMarkVal",
                                        expression("'@{activity('LookupOldWatermark').output.firstRow.WaterMarkVal}'"),
                                        "NewwaterMarkVal",
                                        expression(
                                                "'@{activity('LookupNewWatermark').output.firstRow.NewWaterMarkVal}'")))),
                "policy",
                Map.of("timeout", "0.02:00:00", "retry", 2));
    }

    private static Map<String, ?> updateWatermark() {
        return Map.of(
                "name",
                "UpdateWatermark",
                "type",
                "SqlServerStoredProcedure",
                "dependsOn",
                List.of(succeeded("DeltaCopy")),
                "typeProperties",
                Map.of(
                        "storedProcedureName",
                        "[dbo].[usp_UpdateWatermark]",
                        "storedProcedureParameters",
                        Match.exactly(Map.of(
                                "LastModifiedtime",
                                value("@activity('LookupNewWatermark').output.firstRow.NewWaterMarkVal"),
                                "TableName",
                                value("@pipeline().parameters.SourceTableName")))),
                "policy",
                Map.of("timeout", "0.00:10:00", "retry", 2));
    }

    /** Merged by key, read committed, by the column that the parameter names, a quarter of late rows included. */
    @Test
    void copiesWithoutTheDefectsOfTheReferenceSystem() {
        SynthesizedStack stack = Platform.app().stack("prod-loan-versions");
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_data_flow",
                        Map.of(
                                "name", "CopyWithVersion",
                                "source", List.of(Map.of("name", "SqlDb")),
                                "sink", List.of(Map.of("name", "DeltaLake"))));
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
                        Map.of(
                                "frequency", "Day",
                                "start_time", "2026-01-01T00:00:00Z",
                                "schedule", Map.of("hours", List.of(2), "minutes", List.of(0))))
                .hasResource(
                        "databricks_job",
                        Map.of(
                                "name",
                                "tlake-dev-loan-versions",
                                "schedule",
                                Map.of("quartz_cron_expression", "0 0 5 * * ?"),
                                "task",
                                List.of(
                                        Map.of(
                                                "task_key",
                                                "compare",
                                                "depends_on",
                                                List.of(Map.of("task_key", "list"))),
                                        Map.of(
                                                "task_key",
                                                "list",
                                                "spark_jar_task",
                                                Map.of("main_class_name", "io.terralake.jobs.DeltaVersionsCommand")))));
    }

    @Test
    void asksTheDeployHookForTablesProceduresAndTheFactorysUser() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasOutput(
                        "deploy_hook",
                        Map.of(
                                "version",
                                1,
                                "databases",
                                List.of(Map.of(
                                        "database",
                                        Match.matching("\\$\\{azurerm_mssql_database\\..*\\.name}"),
                                        "migrations",
                                        "stacks/loan-versions/sql",
                                        "users",
                                        List.of(Map.of(
                                                "name", "adf-tlake-dev-weu",
                                                "roles", List.of("db_datareader"),
                                                "execute",
                                                        List.of(
                                                                "[dbo].[usp_GetNewWatermark]",
                                                                "[dbo].[usp_GetWatermark]",
                                                                "[dbo].[usp_UpdateWatermark]")))))));
    }

    private static Map<String, ?> succeeded(String activity) {
        return Map.of("activity", activity, "dependencyConditions", List.of("Succeeded"));
    }

    private static Map<String, ?> expression(String value) {
        return Map.of("value", value, "type", "Expression");
    }

    private static Map<String, ?> value(String expression) {
        return Map.of("value", expression(expression), "type", "String");
    }
}
