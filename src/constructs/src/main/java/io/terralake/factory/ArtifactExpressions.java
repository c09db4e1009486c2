package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.core.ConstructException;
import io.terralake.factory.expression.Checks.Problem;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.constructs.Construct;

/** Expressions of linked services and datasets, which read parameters of their own and nothing else. */
final class ArtifactExpressions {
    private ArtifactExpressions() {}

    /**
     * Refuses JSON with an expression in it that the service would not understand.
     *
     * @param origin what reads the parameters, {@code dataset()} or {@code linkedService()}
     * @param declared the names of the parameters
     */
    static void check(Construct artifact, JsonNode typeProperties, Origin origin, Set<String> declared) {
        List<String> problems = Found.in("/typeProperties", typeProperties, Set.of(origin), part -> false).stream()
                .flatMap(found -> problems(found, declared).map(problem -> found.at(problem.at(), problem.message())))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConstructException(artifact, String.join("; ", problems));
        }
    }

    /** What is wrong with one expression. */
    static Stream<Problem> problems(Found found, Set<String> declared) {
        Stream<Problem> undeclared = found.reads().stream()
                .filter(read -> !read.path().isEmpty())
                .filter(read -> declared.stream().noneMatch(read.path().get(0)::equalsIgnoreCase))
                .map(read -> new Problem(
                        read.at(),
                        "the parameter \"%s\" is not declared, there are %s"
                                .formatted(read.path().get(0), declared)));
        return found.problems().isEmpty() ? undeclared : found.problems().stream();
    }
}
