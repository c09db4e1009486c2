package io.terralake.factory.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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
                .hasMessage(
                        "text with expressions in it, a list or an object cannot be an argument: use call(\"concat\", …)"
                                + " or call(\"json\", …)");
        assertThatThrownBy(() -> Expression.text(Expression.value(List.of(1))))
                .hasMessage("[1] cannot be a part of text");
    }

    private static String string(Expression expression) {
        return expression.json().path("value").asText();
    }
}
