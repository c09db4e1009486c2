package io.terralake.factory.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.expression.Checks.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTests {
    private static final Set<Origin> PIPELINES =
            EnumSet.of(Origin.ACTIVITY, Origin.ITEM, Origin.PIPELINE, Origin.VARIABLES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    @lenght('a') | 1 | there is no function "lenght", the nearest is length
                    @length() | 1 | the function length has 0 arguments, allowed are 1
                    @substring('a', 1) | 1 | the function substring has 2 arguments, allowed are 3
                    @and(true, true, true) | 1 | the function and has 3 arguments, allowed are 2
                    @COALESCE() | 1 | the function coalesce has 0 arguments, allowed are 1 or more
                    @concat('a', addDays(utcNow())) | 13 | the function addDays has 1 arguments, allowed are 2 to 3
                    a @{guid('N', 1)} | 4 | the function guid has 2 arguments, allowed are 0 to 1
                    @item()[first()] | 8 | the function first has 0 arguments, allowed are 1
                    @variables() | 1 | the function variables has 0 arguments, allowed are 1
                    @dataset().x | 1 | dataset() cannot be read here, allowed are activity(), item(), pipeline(), variables()
                    @triggerBody().fileName | 1 | triggerBody() cannot be read here, allowed are activity(), item(), pipeline(), variables()
                    """)
    void knowsFunctionsTheirArgumentsAndWhatCanBeRead(String text, int at, String message) {
        assertThat(problems(text, PIPELINES)).containsExactly(new Problem(at, message));
    }

    @Test
    void knowsSystemVariables() {
        String names = "[DataFactory, GroupId, Pipeline, RunId, TriggerId, TriggerName, TriggerTime, TriggerType,"
                + " TriggeredByPipelineName, TriggeredByPipelineRunId, globalParameters, parameters]";
        assertThat(problems("@pipeline().Id", PIPELINES))
                .containsExactly(new Problem(1, "pipeline() has no \"Id\", there are " + names));
        assertThat(problems("@pipeline().runid", PIPELINES)).isEmpty();
        assertThat(problems("@trigger().windowStartTime", EnumSet.of(Origin.TRIGGER)))
                .containsExactly(new Problem(
                        1,
                        "trigger() has no \"windowStartTime\", there are [name, outputs, scheduledTime, startTime]"));
    }

    /** The documentation's functions, one of each form. */
    @Test
    void knowsWhatFunctionsGive() {
        assertThat(Function.of("UTCNOW")).contains(new Function("utcNow", 0, 1, Type.STRING));
        assertThat(Function.of("range")).contains(new Function("range", 2, 2, Type.ARRAY));
        assertThat(Function.of("max")).contains(new Function("max", 1, Integer.MAX_VALUE, Type.NUMBER));
        assertThat(Function.of("body")).isEmpty();
    }

    @Test
    void findsExpressionsInJsonWithTheirPlace() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plain", "me@example.com").put("a/b", "@nope()");
        json.putArray("list").add("x").add("@{item().id}");
        List<Found> found = Found.in("/typeProperties", json, PIPELINES, part -> false);
        assertThat(found).extracting(Found::pointer).containsExactly("/typeProperties/a~1b", "/typeProperties/list/1");
        Problem problem = found.get(0).problems().get(0);
        assertThat(found.get(0).at(problem.at(), problem.message()))
                .startsWith("there is no function \"nope\", the nearest is ")
                .endsWith(": position 2 of \"@nope()\" at /typeProperties/a~1b");
        assertThat(found.get(1).reads()).containsExactly(new Read(Origin.ITEM, null, List.of("id"), 2));
    }

    @Test
    void showsThePartOfALongExpressionThatIsWrong() {
        Found found = Found.of("/x", "x".repeat(200) + "\n@{nope()}" + "y".repeat(200), PIPELINES);
        assertThat(found.at(found.problems().get(0).at(), "wrong"))
                .isEqualTo(
                        "wrong: position 204 of \"…%s @{nope()}%s…\" at /x".formatted("x".repeat(47), "y".repeat(43)));
    }

    private static List<Problem> problems(String text, Set<Origin> known) {
        return Found.of("", text, known).problems();
    }
}
