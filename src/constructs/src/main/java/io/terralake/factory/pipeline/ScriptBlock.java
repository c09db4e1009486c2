package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.RequiredFields;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements that a {@link Script} runs at once.
 *
 * @param kind whether it puts out rows
 * @param text the statements
 * @param parameters what its text names, each name once
 */
public record ScriptBlock(Kind kind, Expression text, List<ScriptParameter> parameters) {

    /** What a block gives. */
    public enum Kind {
        /** How many rows it changed, as {@code recordsAffected}. */
        NON_QUERY("NonQuery"),
        /** Rows, as {@code resultSets[0].rows}. */
        QUERY("Query");

        private final String azureName;

        Kind(String azureName) {
            this.azureName = azureName;
        }

        /** The kind's name in the service. */
        public String azureName() {
            return azureName;
        }
    }

    /** @throws IllegalArgumentException when two parameters have a name */
    public ScriptBlock {
        parameters = RequiredFields.copy(parameters);
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (ScriptParameter parameter : parameters == null ? List.<ScriptParameter>of() : parameters) {
            if (parameter != null && parameter.name() != null && !seen.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "the parameter \"%s\" of a script is there twice".formatted(parameter.name()));
            }
        }
    }

    /** Statements that change something. */
    public static ScriptBlock nonQuery(Expression text, ScriptParameter... parameters) {
        return new ScriptBlock(Kind.NON_QUERY, text, Arrays.asList(parameters));
    }

    /** Statements that give rows. */
    public static ScriptBlock query(Expression text, ScriptParameter... parameters) {
        return new ScriptBlock(Kind.QUERY, text, Arrays.asList(parameters));
    }

    /** The block as the service wants it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", kind.azureName());
        json.set("text", text.json());
        if (!parameters.isEmpty()) {
            ArrayNode list = json.putArray("parameters");
            parameters.forEach(parameter -> list.add(parameter.json()));
        }
        return json;
    }
}
