package io.terralake.factory.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.expression.Code;
import io.terralake.expression.Node;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpressionTests {

    @Test
    void readsParametersVariablesAndOutputs() {
        Fail activity = new Fail("Stop", Expression.text("x"), "1", null);
        assertThat(string(Expression.parameter("Table"))).isEqualTo("@pipeline().parameters.Table");
        assertThat(string(Expression.variable("Count"))).isEqualTo("@variables('Count')");
        assertThat(string(Expression.output(activity, "firstRow.Value")))
                .isEqualTo("@activity('Stop').output.firstRow.Value");
    }

    @Test
    void readsHowAnActivityEnded() {
        Fail activity = new Fail("It's", Expression.text("x"), "1", null);
        Map<ActivityRun, String> read = Map.of(
                ActivityRun.STATUS, "@activity('It''s').Status",
                ActivityRun.START_TIME, "@activity('It''s').ExecutionStartTime",
                ActivityRun.END_TIME, "@activity('It''s').ExecutionEndTime",
                ActivityRun.DURATION, "@activity('It''s').Duration",
                ActivityRun.ERROR, "@activity('It''s').error",
                ActivityRun.ERROR_CODE, "@activity('It''s').error.errorCode",
                ActivityRun.ERROR_MESSAGE, "@activity('It''s').error.message",
                ActivityRun.FAILURE_TYPE, "@activity('It''s').error.failureType");
        assertThat(read).hasSameSizeAs(ActivityRun.values());
        read.forEach((part, code) ->
                assertThat(string(Expression.activity(activity, part))).isEqualTo(code));
        assertThat(string(Expression.errorMessage(activity))).isEqualTo("@activity('It''s').error.message");
    }

    @Test
    void readsWhatATriggerKnows() {
        for (TriggerVariable variable : TriggerVariable.values()) {
            Found found = Found.of(
                    "", Expression.trigger(variable).asText(), EnumSet.of(Origin.TRIGGER, Origin.TRIGGER_BODY));
            assertThat(found.problems()).as(variable.name()).isEmpty();
        }
        assertThat(Expression.trigger(TriggerVariable.WINDOW_START).asText())
                .isEqualTo("@trigger().outputs.windowStartTime");
        assertThat(Expression.trigger(TriggerVariable.EVENT_DATA)
                        .part("order-id")
                        .asText())
                .isEqualTo("@triggerBody().event.data['order-id']");
    }

    @Test
    void isTextForWhatTakesStrings() {
        assertThat(Expression.text("a/", Expression.item("name")).asText()).isEqualTo("a/@{item().name}");
        assertThat(Expression.value(3).asText()).isEqualTo("3");
        assertThat(Expression.value("@a").asText()).isEqualTo("@@a");
        assertThat(Expression.value(List.of("a", 1)).asText()).isEqualTo("[\"a\",1]");
        assertThat(Expression.none().asText()).isEqualTo("@null");
    }

    @Test
    void refusesValuesThatAreNotKnown() {
        assertThatThrownBy(() -> Expression.value(List.of("a", Expression.item("b"))))
                .hasMessage("[a, @item().b] is no known value: strings, numbers, booleans, and lists and maps of them");
        assertThatThrownBy(() -> Expression.call("length", List.of(Expression.item())))
                .hasMessage("[@item()] is no known value: strings, numbers, booleans, and lists and maps of them");
        assertThatThrownBy(() -> Expression.value(Double.NaN))
                .hasMessage("NaN is no known value: strings, numbers, booleans, and lists and maps of them");
    }

    @Test
    void callsFunctionsWithExpressionsTextAndNumbers() {
        assertThat(string(Expression.call("greater", Expression.item(), 5))).isEqualTo("@greater(item(), 5)");
        assertThat(string(Expression.call("equals", Expression.variable("a"), "it's")))
                .isEqualTo("@equals(variables('a'), 'it''s')");
    }

    @Test
    void putsExpressionsIntoText() {
        assertThat(Expression.text("WHERE TableName = '", Expression.parameter("Table"), "'")
                        .json()
                        .toString())
                .isEqualTo(
                        "{\"value\":\"WHERE TableName = '@{pipeline().parameters.Table}'\",\"type\":\"Expression\"}");
    }

    @Test
    void doublesAtSignsWhereTheyWouldStartAnExpression() {
        assertThat(string(Expression.text("@@VERSION of a@b"))).isEqualTo("@@@VERSION of a@b");
        assertThat(string(Expression.text("x @{y}"))).isEqualTo("x @@{y}");
        assertThat(string(Expression.text("@{y}"))).isEqualTo("@@{y}");
        assertThat(string(Expression.text("me@", Expression.item()))).isEqualTo("me@{'@'}@{item()}");
    }

    @Test
    void writesKnownValuesAsTheyAre() {
        assertThat(Expression.value(3).json().toString()).isEqualTo("3");
        assertThat(Expression.value(List.of("@a", true)).json().toString()).isEqualTo("[\"@@a\",true]");
        assertThat(Expression.value(Map.of("key", "@{x}")).json().toString()).isEqualTo("{\"key\":\"@@{x}\"}");
        assertThat(string(Expression.call("add", Expression.value(1), 2))).isEqualTo("@add(1, 2)");
        assertThat(string(Expression.text("day ", Expression.value(3)))).isEqualTo("day 3");
    }

    @Test
    void quotesNamesThatNeedIt() {
        Fail activity = new Fail("It's", Expression.text("x"), "1", null);
        assertThat(string(Expression.output(activity, "x"))).isEqualTo("@activity('It''s').output.x");
        assertThat(string(Expression.parameter("a-b"))).isEqualTo("@pipeline().parameters['a-b']");
    }

    @Test
    void leavesTerraformsMarksToWhoWritesTheJson() {
        assertThat(string(Expression.text("me@example.com ${x} %{y}"))).isEqualTo("me@example.com ${x} %{y}");
        assertThat(string(Expression.call("concat", "${x}"))).isEqualTo("@concat('${x}')");
    }

    @Test
    void refusesInterpolatedTextAsAnArgument() {
        assertThatThrownBy(() -> Expression.call("length", Expression.text("a")))
                .hasMessage("text with expressions in it cannot be an argument: use call(\"concat\", …)");
        assertThatThrownBy(() -> Expression.text("a", null))
                .hasMessage("null cannot be a part of text: strings and expressions, given are [a, null]");
        assertThatThrownBy(() -> Expression.text(Expression.value(List.of(1))))
                .hasMessage("[1] cannot be a part of text");
    }

    @Test
    void readsPartsByNamesAndIndexes() {
        Fail activity = new Fail("Bob's lookup", Expression.text("x"), "1", null);
        assertThat(string(Expression.output(activity, "firstRow.my-col")))
                .isEqualTo("@activity('Bob''s lookup').output.firstRow['my-col']");
        assertThat(string(Expression.output(activity, "value[0]['a.b'].c")))
                .isEqualTo("@activity('Bob''s lookup').output.value[0]['a.b'].c");
        assertThat(string(Expression.output(activity, "value?[0]?.my col?.d")))
                .isEqualTo("@activity('Bob''s lookup').output.value?[0]?['my col']?.d");
        assertThat(string(Expression.output(activity))).isEqualTo("@activity('Bob''s lookup').output");
        assertThat(string(Expression.errorMessage(activity))).isEqualTo("@activity('Bob''s lookup').error.message");
        assertThat(string(Expression.item("my-field.it's"))).isEqualTo("@item()['my-field']['it''s']");
        assertThat(string(Expression.call("json", "{}").part("a"))).isEqualTo("@json('{}').a");
    }

    @Test
    void refusesPathsThatAreNone() {
        for (String path : List.of("", ".a", "a.", "a..b", "a[x]", "a[0", "?.a", "a[0]b")) {
            assertThatThrownBy(() -> Expression.item(path))
                    .hasMessage(
                            "path \"%s\" is not allowed: names between dots, indexes in brackets, such as value[0].id or"
                                            .formatted(path)
                                    + " ['a.b']");
        }
        assertThatThrownBy(() -> Expression.value(3).part("a")).hasMessage("3 has no parts");
    }

    @Test
    void knowsWhatARunKnows() {
        assertThat(string(Expression.system(SystemVariable.RUN_ID))).isEqualTo("@pipeline().RunId");
        for (SystemVariable variable : SystemVariable.values()) {
            string(Expression.system(variable));
        }
        assertThat(string(Expression.globalParameter("region"))).isEqualTo("@pipeline().globalParameters.region");
    }

    @Test
    void hasNullAndLists() {
        assertThat(string(Expression.none())).isEqualTo("@null");
        assertThat(string(Expression.call("equals", Expression.item("x"), null)))
                .isEqualTo("@equals(item().x, null)");
        assertThat(string(Expression.value(null))).isEqualTo("@null");
        assertThat(string(Expression.list("a", 1, Expression.item()))).isEqualTo("@createArray('a', 1, item())");
        assertThat(string(Expression.list())).isEqualTo("@json('[]')");
        assertThat(string(Expression.call("contains", Expression.value(List.of("a", 2)), "a")))
                .isEqualTo("@contains(createArray('a', 2), 'a')");
        assertThat(string(Expression.call("string", Map.of("it's", true))))
                .isEqualTo("@string(json('{\"it''s\":true}'))");
    }

    /** Whatever text is given, the service reads the same again. */
    @Test
    void writesTextThatIsReadAgain() throws SyntaxException {
        Random random = new Random(7);
        String signs = "@{}'$a\\\" ";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(read(Expression.text(text.toString())
                            .json()
                            .path("value")
                            .asText()))
                    .isEqualTo(text.toString());
            assertThat(read(Expression.value(text.toString()).json().asText())).isEqualTo(text.toString());
            assertThat(read(Expression.text(text.toString(), Expression.item(), text.toString())
                            .json()
                            .path("value")
                            .asText()))
                    .isEqualTo(text + "<item>" + text);
            assertThat(read("@{" + Code.of(text.toString()) + "}")).isEqualTo(text.toString());
        }
    }

    private static String read(String text) throws SyntaxException {
        return ((Node.Text) Parser.parse(text))
                .parts().stream()
                        .map(part -> part instanceof Node.Literal literal ? String.valueOf(literal.value()) : "<item>")
                        .collect(Collectors.joining());
    }

    /** What the builder makes is what the service reads. */
    private static String string(Expression expression) {
        String text = expression.json().path("value").asText();
        assertThat(Found.of("", text, EnumSet.allOf(Origin.class)).problems()).isEmpty();
        return text;
    }
}
