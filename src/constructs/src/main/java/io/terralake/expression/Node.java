package io.terralake.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed expression. */
public sealed interface Node {

    /** Where it starts in the text, from 0. */
    int at();

    /**
     * A value that is known.
     *
     * @param value a {@link String}, {@link java.math.BigDecimal} or {@link Boolean}, or null
     */
    record Literal(int at, @Nullable Object value) implements Node {}

    /** A call of a function, {@code pipeline()} and its like included. */
    record Call(int at, String function, List<Node> arguments) implements Node {}

    /**
     * A part of a value: {@code .name}, {@code ['name']} or {@code [0]}, with a question mark before it or without.
     *
     * @param name a literal, unless it is computed
     */
    record Member(int at, Node of, Node name) implements Node {}

    /** Text with expressions in it; one without is text with a single literal. */
    record Text(int at, List<Node> parts) implements Node {}
}
