package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** An expression of a template, such as {@code concat('a', parameters('b').c[0])}. */
sealed interface Expression {

    /** Gives all calls in it to somebody, the outer before the inner. */
    void calls(Consumer<Call> each);

    /** A string or a number. */
    record Literal(JsonNode value) implements Expression {
        @Override
        public void calls(Consumer<Call> each) {}
    }

    /** A call of a function. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public void calls(Consumer<Call> each) {
            each.accept(this);
            arguments.forEach(argument -> argument.calls(each));
        }
    }

    /** A property of an object, {@code .name}, or an element, {@code [index]}. */
    record Part(Expression of, Expression name) implements Expression {
        @Override
        public void calls(Consumer<Call> each) {
            of.calls(each);
            name.calls(each);
        }
    }
}
