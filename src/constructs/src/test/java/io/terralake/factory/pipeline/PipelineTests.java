package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.assertions.Match;
import io.terralake.assertions.Matcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PipelineTests extends PipelineFixture {

    @Test
    void connectsToSqlByTheFactorysIdentityThroughItsNetwork() {
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_linked_service_azure_sql_database",
                        Map.of(
                                "name",
                                "AzureSqlDatabase",
                                "use_managed_identity",
                                true,
                                "integration_runtime_name",
                                Match.matching("\\$\\{azurerm_data_factory_integration_runtime_azure\\..*\\.name}"),
                                "connection_string",
                                Match.matching("Data Source=\\$\\{azurerm_mssql_server\\..*};"
                                        + "Initial Catalog=\\$\\{azurerm_mssql_database\\..*\\.name};Encrypt=True")))
                .hasResource(
                        "azurerm_data_factory_dataset_azure_sql_table",
                        Map.of(
                                "name",
                                "AzureSqlDb",
                                "linked_service_id",
                                Match.matching(
                                        "\\$\\{azurerm_data_factory_linked_service_azure_sql_database\\..*\\.id}")));
    }

    /** The text carries every default that the service adds, so that a second plan shows no change. */
    @Test
    void writesWhatTheServiceReports() {
        Lookup lookup = Lookup.builder()
                .name("LookupOldWatermark")
                .source(Source.query(
                        tables,
                        text(
                                "SELECT WaterMarkVal FROM [dbo].[WaterMark] WHERE TableName = '",
                                parameter("SourceTableName"),
                                "'")))
                .build();
        SqlStoredProcedure procedure = SqlStoredProcedure.builder()
                .name("UpdateWatermark")
                .database(sql)
                .procedure(new StoredProcedure(
                        "[dbo].[usp_UpdateWatermark]",
                        Map.of(
                                "LastModifiedtime", output(lookup, "firstRow.WaterMarkVal"),
                                "TableName", parameter("SourceTableName"))))
                .dependsOn(List.of(Dependency.on(lookup)))
                .policy(ActivityPolicy.builder()
                        .timeout(Duration.ofMinutes(90))
                        .retries(0)
                        .build())
                .build();
        pipeline(List.of(lookup, procedure));
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_pipeline",
                        Map.of(
                                "name",
                                "Copy",
                                "concurrency",
                                1,
                                "parameters",
                                Map.of("SourceTableName", "source"),
                                "activities_json",
                                exactText("""
                                        [{"name":"LookupOldWatermark","type":"Lookup","dependsOn":[],
                                        "userProperties":[],
                                        "typeProperties":{
                                        "source":{"type":"AzureSqlSource",
                                        "sqlReaderQuery":{"value":"SELECT WaterMarkVal FROM [dbo].[WaterMark] WHERE TableName = '@{pipeline().parameters.SourceTableName}'","type":"Expression"},
                                        "queryTimeout":"02:00:00","partitionOption":"None"},
                                        "dataset":{"referenceName":"REFERENCE","type":"DatasetReference","parameters":{}},
                                        "firstRowOnly":true},
                                        "policy":{"timeout":"0.01:00:00","retry":2,"retryIntervalInSeconds":60,"secureOutput":false,"secureInput":false}},
                                        {"name":"UpdateWatermark","type":"SqlServerStoredProcedure",
                                        "dependsOn":[{"activity":"LookupOldWatermark","dependencyConditions":["Succeeded"]}],
                                        "userProperties":[],
                                        "typeProperties":{"storedProcedureName":"[dbo].[usp_UpdateWatermark]",
                                        "storedProcedureParameters":{
                                        "LastModifiedtime":{"value":{"value":"@activity('LookupOldWatermark').output.firstRow.WaterMarkVal","type":"Expression"},"type":"String"},
                                        "TableName":{"value":{"value":"@pipeline().parameters.SourceTableName","type":"Expression"},"type":"String"}}},
                                        "policy":{"timeout":"0.01:30:00","retry":0,"retryIntervalInSeconds":60,"secureOutput":false,"secureInput":false},
                                        "linkedServiceName":{"referenceName":"REFERENCE","type":"LinkedServiceReference"}}]
                                        """)));
    }

    @Test
    void nestsActivitiesInConditionsAndLoops() {
        Lookup rows = lookup("Rows");
        ForEach each = ForEach.builder()
                .name("Each")
                .items(output(rows, "value"))
                .activities(List.of(SetVariable.builder()
                        .name("Remember")
                        .variable("last")
                        .value(call("string", item()))
                        .build()))
                .dependsOn(List.of(Dependency.on(rows)))
                .build();
        IfCondition condition = IfCondition.builder()
                .name("Any")
                .condition(call("greater", output(rows, "count"), 0))
                .ifFalse(List.of(Fail.builder()
                        .name("Stop")
                        .message(text("no rows in ", parameter("SourceTableName")))
                        .errorCode("empty")
                        .build()))
                .dependsOn(List.of(Dependency.on(rows)))
                .build();
        pipeline(List.of(rows, each, condition));
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_pipeline",
                        Map.of(
                                "activities_json",
                                Match.serializedJson(List.of(
                                        Match.anyValue(),
                                        Map.of(
                                                "typeProperties",
                                                Map.of(
                                                        "isSequential",
                                                        false,
                                                        "batchCount",
                                                        20,
                                                        "activities",
                                                        List.of(Map.of("name", "Remember")))),
                                        Map.of(
                                                "typeProperties",
                                                Map.of(
                                                        "expression",
                                                                Map.of(
                                                                        "value",
                                                                        "@greater(activity('Rows').output.count, 0)"),
                                                        "ifTrueActivities", List.of(),
                                                        "ifFalseActivities", List.of(Map.of("name", "Stop"))))))));
    }

    @Test
    void runsAnotherPipelineByObject() {
        Pipeline other = pipeline(List.of(lookup("Rows")));
        outer(other, "SourceTableName");
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_pipeline",
                        Map.of(
                                "name",
                                "Outer",
                                "activities_json",
                                Match.serializedJson(List.of(Map.of(
                                        "typeProperties",
                                        Map.of(
                                                "pipeline",
                                                Map.of(
                                                        "referenceName",
                                                        Match.matching(
                                                                "\\$\\{azurerm_data_factory_pipeline\\..*\\.name}")),
                                                "waitOnCompletion",
                                                true))))));
    }

    /** The very text, without line feeds, whatever the Terraform references in it are. */
    private static Matcher exactText(String expected) {
        String literal = Pattern.quote(expected.replace("\n", ""));
        return Match.matching(literal.replace("REFERENCE", "\\E\\$\\{[^}]+\\.name}\\Q"));
    }
}
