package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.hashicorp.cdktf.Token;
import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.factory.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PipelineTests extends PipelineFixture {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void connectsToSqlByTheFactorysIdentityThroughItsNetwork() {
        assertThat(stack)
                .hasResource("azurerm_data_factory_linked_service_azure_sql_database", """
                        {
                          name: 'AzureSqlDatabase',
                          use_managed_identity: true,
                          integration_runtime_name: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}'),
                          connection_string: textLike('Data Source=${azurerm_mssql_server.*.fully_qualified_domain_name};\
                        Initial Catalog=${azurerm_mssql_database.*.name};Encrypt=True'),
                        }
                        """)
                .hasResource("azurerm_data_factory_dataset_azure_sql_table", """
                        {
                          name: 'AzureSqlDb',
                          linked_service_id: textLike('${azurerm_data_factory_linked_service_azure_sql_database.*.id}'),
                        }
                        """);
    }

    @Test
    void writesActivitiesAsJson() throws JsonProcessingException {
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
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.DataFactory/factories/pipelines@2018-06-01',
                  name: 'Copy',
                  parent_id: textLike('${azurerm_data_factory.*.id}'),
                  body: {properties: {concurrency: 1}},
                }
                """);
        Assertions.assertThat(writtenActivities()).isEqualTo(JSON.readTree("""
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
                """));
    }

    @Test
    void nestsActivitiesInConditionsAndLoops() {
        Lookup rows = LookupBuilder.from(lookup("Rows")).withFirstRowOnly(false);
        ForEach each = ForEach.builder()
                .name("Each")
                .items(output(rows, "value"))
                .sequential(true)
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
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  anyValue,
                  {typeProperties: {isSequential: true, batchCount: absent, activities: [{name: 'Remember'}]}},
                  {typeProperties: {
                    expression: {value: "@greater(activity('Rows').output.count, 0)"},
                    ifTrueActivities: [],
                    ifFalseActivities: [{name: 'Stop'}],
                  }},
                ]}}}
                """);
    }

    /** The service wants expressions there, also of what is known. */
    @Test
    void writesKnownListsAndConditionsAsExpressions() {
        ForEach each = ForEach.builder()
                .name("Each")
                .items(value(List.of("it's", 2)))
                .activities(List.of(lookup("A")))
                .build();
        IfCondition condition = IfConditionBuilder.from(ifTrue(lookup("B"))).withCondition(value(true));
        pipeline(List.of(each, condition));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  {typeProperties: {items: {value: "@createArray('it''s', 2)", type: 'Expression'}}},
                  {typeProperties: {expression: {value: '@true', type: 'Expression'}}},
                ]}}}
                """);
    }

    @Test
    void runsAnotherPipelineByObject() {
        Pipeline other = pipeline(List.of(lookup("Rows")));
        outer(other, "SourceTableName");
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [{typeProperties: {
                  pipeline: {referenceName: textLike('${azapi_resource.*.name}')},
                  waitOnCompletion: true,
                }}]}}}
                """);
    }

    @Test
    void declaresTypedParametersAndVariables() {
        new Pipeline(
                stack,
                "Typed",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Typed")
                        .activities(List.of(lookup("Rows")))
                        .parameters(Map.of(
                                "table", Parameter.string(),
                                "days", Parameter.integer(3),
                                "share", Parameter.decimal(0.5),
                                "strict", Parameter.bool(true),
                                "columns", Parameter.array(List.of("a", "b")),
                                "options", Parameter.object(Map.of("mode", "${x}")),
                                "token", Parameter.secureString()))
                        .variables(Map.of(
                                "last", Variable.string("@none"),
                                "done", Variable.bool(false),
                                "rows", Variable.array()))
                        .build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {
                  parameters: exactly({
                    table: {type: 'String'},
                    days: {type: 'Int', defaultValue: 3},
                    share: {type: 'Float', defaultValue: 0.5},
                    strict: {type: 'Bool', defaultValue: true},
                    columns: {type: 'Array', defaultValue: ['a', 'b']},
                    options: {type: 'Object', defaultValue: {mode: '$${x}'}},
                    token: {type: 'SecureString'},
                  }),
                  variables: exactly({
                    last: {type: 'String', defaultValue: '@none'},
                    done: {type: 'Bool', defaultValue: false},
                    rows: {type: 'Array'},
                  }),
                }}}
                """);
    }

    @Test
    void takesANumberThatTerraformWillKnow() {
        new Pipeline(
                stack,
                "Numbers",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Numbers")
                        .activities(List.of())
                        .parameters(Map.of(
                                "days",
                                new Parameter(
                                        Parameter.Type.INTEGER,
                                        DoubleNode.valueOf(
                                                Token.asNumber("${var.days}").doubleValue()))))
                        .build());
        assertThat(stack)
                .hasResource(
                        "azapi_resource", "{body: {properties: {parameters: {days: {defaultValue: '${var.days}'}}}}}");
    }

    /** Environments that were deployed with azurerm's resource keep their pipelines. */
    @Test
    void takesOverWhatAzurermManaged() {
        pipeline(List.of(lookup("Rows")));
        assertThat(stack).matchesAt("/moved", Match.json("""
                [{
                  from: 'azurerm_data_factory_pipeline.Pipeline_C660917D',
                  to: 'azapi_resource.Pipeline_C660917D',
                }]
                """));
    }

    /** The activities, whatever the Terraform references in them are. */
    private JsonNode writtenActivities() throws JsonProcessingException {
        String written = SynthesizedStack.of(stack)
                .resources("azapi_resource")
                .get(0)
                .properties()
                .at("/body/properties/activities")
                .toString();
        return JSON.readTree(written.replaceAll("\\$\\{[^}]+\\.name}", "REFERENCE"));
    }
}
