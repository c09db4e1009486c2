package io.terralake.factory.expression;

import io.terralake.expression.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with an expression wherever it stands: functions, the numbers of their arguments, and what is not there. */
public final class Checks {
    private final Set<Origin> known;
    private final List<Problem> problems = new ArrayList<>();

    private Checks(Set<Origin> known) {
        this.known = known;
    }

    /**
     * Something wrong in an expression.
     *
     * @param at where it starts in the text, from 0
     * @param message what is wrong and what is allowed
     */
    public record Problem(int at, String message) {}

    /**
     * The mistakes of an expression.
     *
     * @param known where expressions of its place can read from
     */
    public static List<Problem> of(Node node, Set<Origin> known) {
        Checks checks = new Checks(known);
        node.all().forEach(part -> {
            if (part instanceof Node.Call call) {
                checks.check(call);
            }
        });
        for (Read read : Read.of(node)) {
            SystemVariables.problem(read).ifPresent(message -> checks.problems.add(new Problem(read.at(), message)));
        }
        return checks.problems;
    }

    private void check(Node.Call call) {
        Function function = Function.of(call.function()).orElse(null);
        if (function == null) {
            problem(
                    call,
                    "there is no function \"%s\", the nearest is %s"
                            .formatted(
                                    call.function(),
                                    Function.nearest(call.function()).name()));
        } else if (!function.takes(call.arguments().size())) {
            problem(
                    call,
                    "the function %s has %d arguments, allowed are %s"
                            .formatted(function.name(), call.arguments().size(), function.arguments()));
        } else if (Origin.of(call.function())
                .filter(origin -> !known.contains(origin))
                .isPresent()) {
            String allowed = known.stream()
                    .map(origin -> origin.function() + "()")
                    .sorted()
                    .collect(Collectors.joining(", "));
            problem(call, "%s() cannot be read here, allowed are %s".formatted(function.name(), allowed));
        }
    }

    private void problem(Node node, String message) {
        problems.add(new Problem(node.at(), message));
    }
}
