package io.terralake.factory.pipeline;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;
import static io.terralake.factory.pipeline.Expression.variable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.factory.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is refused, with the message. */
class PipelineChecksTests extends PipelineFixture {
    @Test
    void refusesADependencyThatIsNotInThePipeline() {
        refuses(List.of(lookup("B", lookup("A"))), "activity \"B\": depends on \"A\", which is not in the pipeline");
    }

    @Test
    void refusesADependencyOnAnActivityInsideAnother() {
        Lookup inner = lookup("Inner");
        IfCondition condition = ifTrue(inner);
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
                .source(Source.query(tables, text(parameter("Table"), variable("Count"))))
                .build();
        refuses(
                List.of(lookup),
                "activity \"A\": the parameter \"Table\" is not declared, there are [SourceTableName]: position 3 of"
                        + " %1$s; activity \"A\": the variable \"Count\" is not declared, there are [last]: position 33 of %1$s"
                                .formatted("\"@{pipeline().parameters.Table}@{variables('Count')}\""
                                        + " at /typeProperties/source/sqlReaderQuery/value"));
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
        assertThatThrownBy(() -> outer(other, "Table"))
                .hasMessage("pipeline \"Outer\": activity \"Run\": the parameter \"Table\" is not declared,"
                        + " there are [SourceTableName] (at test-stack/Outer)");
    }

    @Test
    void refusesValuesOfAnotherType() {
        Pipeline typed = new Pipeline(
                stack,
                "Typed",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Typed")
                        .activities(List.of(lookup("Rows")))
                        .parameters(Map.of(
                                "days", Parameter.integer(),
                                "names", Parameter.array(),
                                "token", Parameter.secureString()))
                        .build());
        refuses(
                List.of(
                        run(typed, Map.of("days", value(1.5), "names", text("a, b"), "token", text("secret"))),
                        lookup("A")),
                "activity \"Run\": the parameter \"days\" of pipeline \"Typed\" is of type Int, given is 1.5;"
                        + " activity \"Run\": the parameter \"names\" of pipeline \"Typed\" is of type Array, given is"
                        + " \"a, b\"; activity \"Run\": the parameter \"token\" of pipeline \"Typed\" is a secure string: a"
                        + " value would stand in Terraform's state");
        pipeline(List.of(run(
                typed, Map.of("days", value(2), "names", value(List.of("a")), "token", parameter("SourceTableName")))));
        refuses(
                List.of(SetVariable.builder()
                        .name("Set")
                        .variable("last")
                        .value(value(3))
                        .build()),
                "activity \"Set\": the variable \"last\" is of type String, given is 3");
    }

    @Test
    void refusesDefaultsOfAnotherTypeAndSecrets() {
        assertThatThrownBy(() -> new Parameter(Parameter.Type.INTEGER, TextNode.valueOf("3")))
                .hasMessage("default \"3\" is not allowed: the parameter is of type Int");
        assertThatThrownBy(() -> new Parameter(Parameter.Type.SECURE_STRING, TextNode.valueOf("secret")))
                .hasMessage("a secure string has no default: it would stand in Terraform's state");
    }

    /** A custom activity is JSON; what it reads is found there, and not in its strings. */
    @Test
    void findsWhatJsonReads() {
        refuses(
                List.of(custom("Custom", "Script", """
                        {"a": "@{concat('variables(''x'')', pipeline().parameters.Lost)} @@{variables('y')}",
                         "b": ["@activity('It''s').output", "@@item()"],
                         "c": {"value": "@item()", "type": "Expression"}}""")),
                "activity \"Custom\": the parameter \"Lost\" is not declared, there are [SourceTableName]: position 30 of"
                        + " \"@{concat('variables(''x'')', pipeline().parameters.Lost)} @@{variables('y')}\""
                        + " at /typeProperties/a;"
                        + " activity \"Custom\": reads the output of \"It's\", which is not in the pipeline: position 2 of"
                        + " \"@activity('It''s').output\" at /typeProperties/b/0;"
                        + " activity \"Custom\": reads item(), but does not stand in a ForEach: position 2 of \"@item()\""
                        + " at /typeProperties/c/value");
        pipeline(List.of(
                custom("Custom", "Filter", "{\"condition\": {\"value\": \"@item()\", \"type\": \"Expression\"}}")));
    }

    @Test
    void checksWhatStandsInACustomActivity() {
        refuses(
                List.of(CustomActivity.builder()
                        .name("Until")
                        .type("Until")
                        .typeProperties(JSON.createObjectNode())
                        .inside(Map.of("activities", List.of(lookup("Inner", lookup("Lost")))))
                        .build()),
                "activity \"Inner\": depends on \"Lost\", which is not in the pipeline");
    }

    private static ExecutePipeline run(Pipeline pipeline, Map<String, Expression> parameters) {
        return ExecutePipeline.builder()
                .name("Run")
                .pipeline(pipeline)
                .parameters(parameters)
                .build();
    }

    @Test
    void refusesTheOutputOfAnActivityThatDoesNotComeBefore() {
        Lookup first = lookup("A");
        Lookup reader = Lookup.builder()
                .name("B")
                .source(Source.query(tables, text(output(first, "firstRow.X"))))
                .build();
        String place =
                "position 3 of \"@{activity('A').output.firstRow.X}\" at /typeProperties/source/sqlReaderQuery/value";
        refuses(
                List.of(first, reader),
                "activity \"B\": reads the output of \"A\", which does not come before it: " + place);
        refuses(List.of(reader), "activity \"B\": reads the output of \"A\", which is not in the pipeline: " + place);
    }

    @Test
    void refusesDuplicateNamesEvenInside() {
        IfCondition condition = ifTrue(lookup("A"));
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
        refuses(
                List.of(lookup("a\nb")),
                "activity \"a\nb\": the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
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
        refuses(
                List.of(inner),
                "activity \"Inner\": reads item(), but does not stand in a ForEach: position 2 of \"@item()\""
                        + " at /typeProperties/items/value");
    }

    @Test
    void refusesLimitsThatAzureRefuses() {
        assertThatThrownBy(() ->
                        ActivityPolicy.builder().timeout(Duration.ofDays(8)).build())
                .hasMessage("timeout of 691200 is not allowed: 1 to 604800 seconds");
        assertThatThrownBy(() -> ActivityPolicy.builder()
                        .timeout(Duration.ofDays(100_000))
                        .build())
                .hasMessage("timeout of 2147483647 is not allowed: 1 to 604800 seconds");
        assertThatThrownBy(() -> ActivityPolicy.builder()
                        .retryInterval(Duration.ofSeconds(5))
                        .build())
                .hasMessage("retry interval of 5 is not allowed: 30 to 86400 seconds");
        assertThatThrownBy(() -> PipelineProps.builder()
                        .factory(factory)
                        .name("p")
                        .activities(List.of())
                        .concurrency(51)
                        .build())
                .hasMessage("concurrency of 51 is not allowed: 1 to 50");
    }
}
