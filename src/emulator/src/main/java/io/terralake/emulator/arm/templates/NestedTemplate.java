package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A template in a template. Its expressions are its own in the inner scope; in the outer one, which is the default, they are those of the
 * template around it.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates">Using linked and nested templates</a>
 */
final class NestedTemplate {
    private NestedTemplate() {}

    static boolean isInner(JsonNode deployment) {
        return deployment
                .at("/properties/expressionEvaluationOptions/scope")
                .asText()
                .equalsIgnoreCase("inner");
    }

    /** What is put: nothing in it is left to be evaluated, but in a template with a scope of its own. */
    static ObjectNode body(ObjectNode written, Evaluator evaluator, String pointer) {
        JsonNode template = written.at("/properties/template");
        if (written.get("properties") instanceof ObjectNode properties) {
            properties.remove("template");
        }
        ObjectNode body = (ObjectNode) evaluator.evaluate(written, pointer);
        if (template instanceof ObjectNode object && body.get("properties") instanceof ObjectNode properties) {
            properties.set(
                    "template",
                    isInner(written)
                            ? object
                            : escaped(evaluated(object, evaluator, pointer + "/properties/template")
                                    .deepCopy()));
        }
        return body;
    }

    private static JsonNode evaluated(ObjectNode template, Evaluator evaluator, String pointer) {
        template.path("resources").forEach(resource -> {
            if (resource.has("copy")) {
                throw TemplateException.notEmulated(
                                "a loop over resources of a nested template is emulated in the inner scope only")
                        .at(pointer + "/resources");
            }
        });
        return evaluator.evaluate(template, pointer);
    }

    /** So that no value is taken for an expression. */
    private static JsonNode escaped(JsonNode json) {
        if (json instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, escaped(object.get(name))));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, escaped(array.get(i)));
            }
        } else if (json.isTextual()
                && json.asText().startsWith("[")
                && json.asText().endsWith("]")) {
            return TextNode.valueOf("[" + json.asText());
        }
        return json;
    }
}
