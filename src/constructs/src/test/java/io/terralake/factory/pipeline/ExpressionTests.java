package io.terralake.factory.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpressionTests {

    @Test
    void readsParametersVariablesAndOutputs() {
        Fail activity = new Fail("Stop", Expression.text("x"), "1", null);
        assertThat(Expression.parameter("Table").string()).isEqualTo("@pipeline().parameters.Table");
        assertThat(Expression.variable("Count").string()).isEqualTo("@variables('Count')");
        assertThat(Expression.output(activity, "firstRow.Value").string())
                .isEqualTo("@activity('Stop').output.firstRow.Value");
    }

    @Test
    void callsFunctionsWithExpressionsTextAndNumbers() {
        assertThat(Expression.call("greater", Expression.item(), 5).string()).isEqualTo("@greater(item(), 5)");
        assertThat(Expression.call("equals", Expression.variable("a"), "it's").string())
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
    void takesAtSignsAndTerraformsMarksLiterally() {
        assertThat(Expression.text("me@example.com ${x} %{y}").string()).isEqualTo("me@@example.com $${x} %%{y}");
        assertThat(Expression.call("concat", "${x}").string()).isEqualTo("@concat('$${x}')");
    }

    @Test
    void refusesInterpolatedTextAsAnArgument() {
        assertThatThrownBy(() -> Expression.call("length", Expression.text("a")))
                .hasMessage("text with expressions in it cannot be an argument: use call(\"concat\", …)");
    }
}
