package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.Parameter;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;

/** A factory with a database to look into. */
abstract class PipelineFixture {

    static final JsonMapper JSON = new JsonMapper();

    final PlatformStack stack = Stacks.publicStack();
    final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    final SqlLinkedService sql = new SqlLinkedService(
            stack,
            "Sql",
            SqlLinkedServiceProps.builder()
                    .factory(factory)
                    .name("AzureSqlDatabase")
                    .database(database())
                    .build());
    final SqlTableDataset tables = new SqlTableDataset(
            stack,
            "Tables",
            SqlTableDatasetProps.builder().name("AzureSqlDb").database(sql).build());

    Pipeline pipeline(List<Activity> activities) {
        return new Pipeline(stack, "Pipeline", props(activities));
    }

    PipelineProps props(List<Activity> activities) {
        return props("Copy", activities);
    }

    PipelineProps props(String name, List<Activity> activities) {
        return PipelineProps.builder()
                .factory(factory)
                .name(name)
                .activities(activities)
                .parameters(Map.of("SourceTableName", Parameter.string("source")))
                .variables(Map.of("last", Variable.string("")))
                .build();
    }

    Lookup lookup(String name, Activity... before) {
        return Lookup.builder()
                .name(name)
                .source(Source.query(tables, text("SELECT 1")))
                .dependsOn(List.of(before).stream().map(Dependency::on).toList())
                .build();
    }

    /** The stack's pipeline has one activity, like this JSON text with matchers. */
    void isWritten(String activity) {
        assertThat(stack).hasResource("azapi_resource", "{body: {properties: {activities: [%s]}}}".formatted(activity));
    }

    /** Such a pipeline is refused with the message. */
    void refuses(List<Activity> activities, String message) {
        assertThatThrownBy(() -> new Pipeline(stack, "Refused" + System.nanoTime(), props(activities)))
                .isInstanceOf(ConstructException.class)
                .hasMessageStartingWith("pipeline \"Copy\": " + message + " (at test-stack/Refused");
    }

    /** An activity of any type, by its JSON. */
    static CustomActivity custom(String name, String type, String typeProperties) {
        try {
            return CustomActivity.builder()
                    .name(name)
                    .type(type)
                    .typeProperties((ObjectNode) JSON.readTree(typeProperties))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A condition that always holds, with an activity inside. */
    static IfCondition ifTrue(Activity inner) {
        return IfCondition.builder()
                .name("If")
                .condition(call("equals", 1, 1))
                .ifTrue(List.of(inner))
                .build();
    }

    /** A pipeline that runs another and gives it a parameter. */
    void outer(Pipeline other, String parameter) {
        ExecutePipeline run = ExecutePipeline.builder()
                .name("Run")
                .pipeline(other)
                .parameters(Map.of(parameter, text("loans")))
                .build();
        PipelineProps props = PipelineProps.builder()
                .factory(factory)
                .name("Outer")
                .activities(List.of(run))
                .build();
        new Pipeline(stack, "Outer", props);
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
