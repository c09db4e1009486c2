package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import io.terralake.factory.expression.Read;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the expressions of an activity: everywhere in its JSON that Data Factory would look for one. */
final class ExpressionProblems {
    private static final Set<Origin> ORIGINS =
            EnumSet.of(Origin.ACTIVITY, Origin.ITEM, Origin.PIPELINE, Origin.VARIABLES);

    /** What the service takes as it is. */
    private static final Set<String> LITERAL = Set.of("name", "type", "description", "dependsOn");

    private final Scope scope;

    /** By message: what is wrong in several places is said once, with the first. */
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private ExpressionProblems(Scope scope) {
        this.scope = scope;
    }

    static Collection<Problem> of(Scope scope) {
        ExpressionProblems problems = new ExpressionProblems(scope);
        Set<String> inner = scope.step().inner();
        scope.step().json().properties().forEach(field -> {
            if (!LITERAL.contains(field.getKey())) {
                Found.in("/" + field.getKey(), field.getValue(), ORIGINS, node -> isInner(node, inner))
                        .forEach(problems::check);
            }
        });
        return problems.problems.values();
    }

    /** Activities inside it read for themselves. */
    private static boolean isInner(JsonNode node, Set<String> inner) {
        return !inner.isEmpty()
                && RawSteps.isActivity(node)
                && inner.contains(node.path("name").asText());
    }

    private void check(Found found) {
        found.problems().forEach(problem -> add(found, problem.at(), problem.message()));
        for (Read read : found.reads()) {
            problem(read).ifPresent(message -> add(found, read.at(), message));
            ofInactive(read)
                    .ifPresent(message -> problems.putIfAbsent(
                            message, Problem.in(found, read.at(), message).as(Problem.Severity.WARNING)));
        }
    }

    private void add(Found found, int at, String message) {
        problems.putIfAbsent(message, Problem.in(found, at, message));
    }

    private Optional<String> problem(Read read) {
        return switch (read.origin()) {
            case PIPELINE -> pipeline(read);
            case VARIABLES ->
                read.argument() == null || scope.variable(read.argument()) != null
                        ? Optional.empty()
                        : undeclared(
                                "variable", read.argument(), scope.declared().variables());
            case ACTIVITY -> activity(read);
            case ITEM -> item();
            default -> Optional.empty();
        };
    }

    private Optional<String> pipeline(Read read) {
        if (read.path().size() < 2) {
            return Optional.empty();
        }
        String name = read.path().get(1);
        if (read.startsWith("parameters") && scope.parameter(name) == null) {
            return undeclared("parameter", name, scope.declared().parameters());
        }
        return read.startsWith("globalParameters")
                ? scope.declared()
                        .globalParameters()
                        .filter(declared -> declared.stream().noneMatch(name::equalsIgnoreCase))
                        .map(declared ->
                                "the global parameter \"%s\" is not declared, there are %s".formatted(name, declared))
                : Optional.empty();
    }

    private Optional<String> activity(Read read) {
        String name = read.argument();
        if (name == null) {
            return Optional.empty();
        }
        Step before = scope.upstream().get(name);
        if (before != null) {
            return Outputs.problem(before, read);
        }
        // The condition of a loop is asked after what stands in it.
        if (scope.step().type().equals("Until") && scope.step().inner().contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                scope.names().contains(name)
                        ? "reads the output of \"%s\", which does not come before it".formatted(name)
                        : "reads the output of \"%s\", which is not in the pipeline".formatted(name));
    }

    /** It may be meant, as in {@code coalesce(activity('A')?.output, …)}. */
    private Optional<String> ofInactive(Read read) {
        Step before = read.origin() == Origin.ACTIVITY && read.argument() != null
                ? scope.upstream().get(read.argument())
                : null;
        return before != null && before.isInactive() && (read.startsWith("output") || read.startsWith("error"))
                ? Optional.of("reads \"%s\", which is inactive: it puts out nothing".formatted(before.name()))
                : Optional.empty();
    }

    private Optional<String> item() {
        boolean known = scope.step().type().equals("Filter")
                || scope.containers().stream()
                        .anyMatch(container -> container.type().equals("ForEach"));
        return known ? Optional.empty() : Optional.of("reads item(), but does not stand in a ForEach");
    }

    private static Optional<String> undeclared(String what, String name, Map<String, ?> declared) {
        return Optional.of("the %s \"%s\" is not declared, there are %s".formatted(what, name, declared.keySet()));
    }
}
