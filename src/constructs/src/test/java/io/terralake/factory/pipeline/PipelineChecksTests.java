package io.terralake.factory.pipeline;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.variable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
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
        assertThatThrownBy(() -> outer(other, "Table"))
                .hasMessage("pipeline \"Outer\": activity \"Run\": the parameter \"Table\" is not declared,"
                        + " there are [SourceTableName] (at test-stack/Outer)");
    }

    @Test
    void refusesTheOutputOfAnActivityThatDoesNotComeBefore() {
        Lookup first = lookup("A");
        Lookup reader = Lookup.builder()
                .name("B")
                .source(Source.query(tables, text(output(first, "firstRow.X"))))
                .build();
        refuses(List.of(first, reader), "activity \"B\": reads the output of \"A\", which does not come before it");
        refuses(List.of(reader), "activity \"B\": reads the output of \"A\", which is not in the pipeline");
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
}
