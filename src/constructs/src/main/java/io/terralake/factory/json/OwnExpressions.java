package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import io.terralake.factory.expression.Read;
import java.util.List;
import java.util.Set;

/** Expressions of what reads parameters of its own and nothing else: datasets and linked services. */
public final class OwnExpressions {
    private static final List<String> PLACES = List.of("typeProperties", "linkedServiceName", "connectVia", "schema");

    private OwnExpressions() {}

    /**
     * Notes expressions that the service would not understand, and undeclared parameters.
     *
     * @param properties what stands under {@code properties}
     */
    public static void check(ArtifactKind kind, JsonNode properties, Findings findings) {
        Origin origin = kind == ArtifactKind.DATASET ? Origin.DATASET : Origin.LINKED_SERVICE;
        Set<String> declared = Declarations.parameters(properties, findings).keySet();
        for (String place : PLACES) {
            for (Found found : Found.in("/" + place, properties.path(place), Set.of(origin), part -> false)) {
                found.problems()
                        .forEach(problem ->
                                findings.error(found.pointer(), found.said(problem.at(), problem.message())));
                found.reads().stream()
                        .filter(read -> read.origin() == origin && isUndeclared(read, declared))
                        .forEach(read -> findings.error(
                                found.pointer(),
                                found.said(
                                        read.at(),
                                        "the parameter \"%s\" is not declared, there are %s"
                                                .formatted(read.path().get(0), declared))));
            }
        }
    }

    private static boolean isUndeclared(Read read, Set<String> declared) {
        return !read.path().isEmpty() && declared.stream().noneMatch(read.path().get(0)::equalsIgnoreCase);
    }
}
