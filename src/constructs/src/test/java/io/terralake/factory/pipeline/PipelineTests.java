package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.variable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.assertions.Matcher;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlTableDataset;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PipelineTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final SqlLinkedService sql = new SqlLinkedService(stack, "Sql", factory, "AzureSqlDatabase", database());
    private final SqlTableDataset tables = new SqlTableDataset(stack, "Tables", sql, "AzureSqlDb", null, null);

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
                                        + "Initial Catalog=loans;Encrypt=True")))
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
                .dataset(tables)
                .query(text(
                        "SELECT WaterMarkVal FROM [dbo].[WaterMark] WHERE TableName = '",
                        parameter("SourceTableName"),
                        "'"))
                .build();
        SqlStoredProcedure procedure = SqlStoredProcedure.builder()
                .name("UpdateWatermark")
                .database(sql)
                .procedure("[dbo].[usp_UpdateWatermark]")
                .arguments(Map.of(
                        "LastModifiedtime", output(lookup, "firstRow.WaterMarkVal"),
                        "TableName", parameter("SourceTableName")))
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
        new Pipeline(
                stack,
                "Outer",
                factory,
                PipelineProps.builder()
                        .name("Outer")
                        .activities(List.of(ExecutePipeline.builder()
                                .name("Run")
                                .pipeline(other)
                                .parameters(Map.of("SourceTableName", text("loans")))
                                .build()))
                        .build());
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

    @Test
    void refusesADependencyThatIsNotInThePipeline() {
        refuses(List.of(lookup("B", lookup("A"))), "activity \"B\": depends on \"A\", which is not in the pipeline");
    }

    @Test
    void refusesADependencyOnAnActivityInsideAnother() {
        Lookup inner = lookup("Inner");
        IfCondition condition = IfCondition.builder()
                .name("If")
                .condition(call("equals", 1, 1))
                .ifTrue(List.of(inner))
                .build();
        refuses(
                List.of(condition, lookup("B", inner)),
                "activity \"B\": depends on \"Inner\", which does not stand beside it");
    }

    @Test
    void refusesACycle() {
        Lookup first = lookup("A");
        Lookup second = lookup("B", first);
        refuses(
                List.of(lookup("A", second), second),
                "activity \"A\": depends on itself, through B; activity \"B\": depends on itself, through A");
    }

    @Test
    void refusesUndeclaredParametersAndVariables() {
        Lookup lookup = Lookup.builder()
                .name("A")
                .dataset(tables)
                .query(text(parameter("Table"), variable("Count")))
                .build();
        refuses(
                List.of(lookup),
                "activity \"A\": the parameter \"Table\" is not declared, there are [SourceTableName];"
                        + " activity \"A\": the variable \"Count\" is not declared, there are [last]");
        refuses(
                List.of(SetVariable.builder()
                        .name("Set")
                        .variable("lost")
                        .value(text("x"))
                        .build()),
                "activity \"Set\": the variable \"lost\" is not declared, there are [last]");
    }

    @Test
    void refusesAParameterThatTheOtherPipelineDoesNotHave() {
        Pipeline other = pipeline(List.of(lookup("Rows")));
        assertThatThrownBy(() -> new Pipeline(
                        stack,
                        "Outer",
                        factory,
                        PipelineProps.builder()
                                .name("Outer")
                                .activities(List.of(ExecutePipeline.builder()
                                        .name("Run")
                                        .pipeline(other)
                                        .parameters(Map.of("Table", text("loans")))
                                        .build()))
                                .build()))
                .hasMessage("pipeline \"Outer\": activity \"Run\": the parameter \"Table\" is not declared,"
                        + " there are [SourceTableName] (at test-stack/Outer)");
    }

    @Test
    void refusesTheOutputOfAnActivityThatDoesNotComeBefore() {
        Lookup first = lookup("A");
        Lookup reader = Lookup.builder()
                .name("B")
                .dataset(tables)
                .query(text(output(first, "firstRow.X")))
                .build();
        refuses(List.of(first, reader), "activity \"B\": reads the output of \"A\", which does not come before it");
        refuses(List.of(reader), "activity \"B\": reads the output of \"A\", which is not in the pipeline");
    }

    @Test
    void refusesDuplicateNamesEvenInside() {
        IfCondition condition = IfCondition.builder()
                .name("If")
                .condition(call("equals", 1, 1))
                .ifTrue(List.of(lookup("A")))
                .build();
        refuses(
                List.of(lookup("A"), condition),
                "activity \"A\": the name is taken by another activity of the pipeline");
    }

    @Test
    void refusesNamesThatAzureRefuses() {
        refuses(
                List.of(lookup("a.b")),
                "activity \"a.b\": the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                        + " none of .+?/<>*%&:\\");
    }

    @Test
    void refusesALoopInALoopAndItemsOutsideOfOne() {
        ForEach inner = ForEach.builder()
                .name("Inner")
                .items(item())
                .activities(List.of(lookup("A")))
                .build();
        ForEach outer = ForEach.builder()
                .name("Outer")
                .items(call("createArray", 1))
                .activities(List.of(inner))
                .build();
        refuses(List.of(outer), "activity \"Inner\": a ForEach cannot stand in another, \"Outer\"");
        refuses(List.of(inner), "activity \"Inner\": reads item(), but does not stand in a ForEach");
    }

    @Test
    void refusesLimitsThatAzureRefuses() {
        assertThatThrownBy(() ->
                        ActivityPolicy.builder().timeout(Duration.ofDays(8)).build())
                .hasMessage("timeout of 691200 is not allowed: 1 to 604800 seconds");
        assertThatThrownBy(() -> ActivityPolicy.builder()
                        .retryInterval(Duration.ofSeconds(5))
                        .build())
                .hasMessage("retry interval of 5 is not allowed: 30 to 86400 seconds");
        assertThatThrownBy(() -> PipelineProps.builder()
                        .name("p")
                        .activities(List.of())
                        .concurrency(51)
                        .build())
                .hasMessage("concurrency of 51 is not allowed: 1 to 50");
    }

    private void refuses(List<Activity> activities, String message) {
        assertThatThrownBy(() -> new Pipeline(stack, "Refused" + System.nanoTime(), factory, props(activities)))
                .hasMessageStartingWith("pipeline \"Copy\": " + message + " (at test-stack/Refused");
    }

    /** The very text, without line feeds, whatever the Terraform references in it are. */
    private static Matcher exactText(String expected) {
        String literal = Pattern.quote(expected.replace("\n", ""));
        return Match.matching(literal.replace("REFERENCE", "\\E\\$\\{[^}]+\\.name}\\Q"));
    }

    private Pipeline pipeline(List<Activity> activities) {
        return new Pipeline(stack, "Pipeline", factory, props(activities));
    }

    private static PipelineProps props(List<Activity> activities) {
        return PipelineProps.builder()
                .name("Copy")
                .activities(activities)
                .parameters(Map.of("SourceTableName", "source"))
                .variables(Map.of("last", ""))
                .build();
    }

    private Lookup lookup(String name, Activity... before) {
        return Lookup.builder()
                .name(name)
                .dataset(tables)
                .query(text("SELECT 1"))
                .dependsOn(List.of(before).stream().map(Dependency::on).toList())
                .build();
    }

    private SqlDatabase database() {
        SqlServer server =
                new SqlServer(stack, "Server", SqlServerProps.builder().build());
        return new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder().server(server).name("loans").build());
    }
}
