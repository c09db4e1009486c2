package io.terralake.factory.expression;

import io.terralake.expression.Node;
import java.math.BigDecimal;
import java.util.Locale;

/** What a value is, as far as it can be known before the pipeline runs. */
public enum Type {
    ARRAY,
    BOOLEAN,
    NUMBER,
    OBJECT,
    STRING,
    UNKNOWN;

    /** What an expression gives; what it reads from elsewhere is unknown. */
    public static Type of(Node node) {
        if (node instanceof Node.Text) {
            return STRING;
        }
        if (node instanceof Node.Call call) {
            return Function.of(call.function()).map(Function::returns).orElse(UNKNOWN);
        }
        return node instanceof Node.Literal literal ? of(literal.value()) : UNKNOWN;
    }

    private static Type of(Object value) {
        if (value instanceof BigDecimal) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        return value instanceof String ? STRING : UNKNOWN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
