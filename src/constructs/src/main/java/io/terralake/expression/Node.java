package io.terralake.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed expression. */
public sealed interface Node {

    /** Where it starts in the text, from 0. */
    int at();

    /** Itself and all its parts, in the order of the text, without a call of its own for each depth. */
    default List<Node> all() {
        List<Node> all = new ArrayList<>();
        Deque<Node> left = new ArrayDeque<>();
        left.push(this);
        while (!left.isEmpty()) {
            Node node = left.pop();
            all.add(node);
            List<Node> parts = node.parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                left.push(parts.get(i));
            }
        }
        return all;
    }

    /** The parts directly in it. */
    default List<Node> parts() {
        return List.of();
    }

    /**
     * A value that is known.
     *
     * @param value a {@link String}, {@link java.math.BigDecimal} or {@link Boolean}, or null
     */
    record Literal(int at, @Nullable Object value) implements Node {}

    /** A call of a function, {@code pipeline()} and its like included. */
    record Call(int at, String function, List<Node> arguments) implements Node {
        @Override
        public List<Node> parts() {
            return arguments;
        }
    }

    /**
     * A part of a value: {@code .name}, {@code ['name']} or {@code [0]}, with a question mark before it or without.
     *
     * @param name a literal, unless it is computed
     */
    record Member(int at, Node of, Node name) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of, name);
        }
    }

    /** Text with expressions in it; one without is text with a single literal. */
    record Text(int at, List<Node> parts) implements Node {}
}
