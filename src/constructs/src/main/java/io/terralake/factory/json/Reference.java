package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Tokens;
import io.terralake.expression.Parser;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in JSON that names something else.
 *
 * @param pointer the place, as a JSON pointer
 * @param kind what is named
 * @param name its name
 * @param json the object that names it
 */
public record Reference(String pointer, ReferenceKind kind, String name, ObjectNode json) {

    /** Every reference in JSON whose name is known: no expression, and no token of Terraform. */
    public static List<Reference> in(JsonNode json) {
        return all(json).stream()
                .filter(reference -> !Tokens.isIn(reference.name()))
                .toList();
    }

    /** Every reference in JSON that is no expression. */
    public static List<Reference> all(JsonNode json) {
        List<Reference> references = new ArrayList<>();
        visit("", json, references);
        return references;
    }

    private static void visit(String pointer, JsonNode node, List<Reference> references) {
        if (node instanceof ObjectNode object) {
            JsonNode name = node.path("referenceName");
            if (name.isTextual() && !Parser.computes(name.asText())) {
                ReferenceKind.of(node.path("type").asText())
                        .ifPresent(kind -> references.add(new Reference(pointer, kind, name.asText(), object)));
            }
            node.properties()
                    .forEach(field ->
                            visit(pointer + "/" + Findings.escaped(field.getKey()), field.getValue(), references));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(pointer + "/" + i, node.get(i), references);
        }
    }
}
