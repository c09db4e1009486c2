package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.expression.Parser;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text of datasets with their parameters in it. */
final class DatasetText {
    private DatasetText() {}

    /**
     * Refuses expressions that a dataset would not understand.
     *
     * @param what what the text is, such as {@code folder}
     * @throws IllegalArgumentException with the text and what is wrong in it
     */
    static void check(String what, @Nullable String text, Map<String, Parameter> parameters) {
        if (text != null && Parser.concerns(text)) {
            ArtifactExpressions.problems(Found.of("", text, Set.of(Origin.DATASET)), parameters.keySet())
                    .findFirst()
                    .ifPresent(problem -> {
                        throw new IllegalArgumentException("%s \"%s\": %s".formatted(what, text, problem.message()));
                    });
        }
    }

    /** Writes text that there is, as an expression where it is one. */
    static void put(ObjectNode into, String property, @Nullable String text) {
        if (text != null && Parser.concerns(text)) {
            into.putObject(property).put("type", "Expression").put("value", text);
        } else if (text != null) {
            into.put(property, text);
        }
    }
}
