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

    /** @param properties of the nested deployment */
    static boolean isInner(JsonNode properties) {
        return properties.at("/expressionEvaluationOptions/scope").asText().equalsIgnoreCase("inner");
    }

    /** What is put: nothing in it is left to be evaluated, but in a template with a scope of its own. */
    static ObjectNode properties(ObjectNode written, Evaluator evaluator, String pointer) {
        ObjectNode rest = written.deepCopy();
        JsonNode template = rest.remove("template");
        ObjectNode values = (ObjectNode) evaluator.evaluate(rest, pointer);
        if (template instanceof ObjectNode object) {
            values.set(
                    "template",
                    isInner(written)
                            ? object
                            : escaped(evaluated(object, evaluator, pointer + "/template")
                                    .deepCopy()));
        }
        return values;
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
