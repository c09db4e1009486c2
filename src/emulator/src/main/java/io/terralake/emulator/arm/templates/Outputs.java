package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a template gives back.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/outputs">Outputs in ARM templates</a>
 */
final class Outputs {
    private final Scope scope;
    private final Evaluator evaluator;

    Outputs(Scope scope) {
        this.scope = scope;
        this.evaluator = new Evaluator(scope, Place.LATE);
    }

    /**
     * As Azure tells them: secure ones without their values.
     *
     * @throws TemplateException when one is none
     */
    ObjectNode told(JsonNode section) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        section.properties().forEach(each -> {
            String pointer = "/outputs/" + Pointers.escaped(each.getKey());
            JsonNode condition = each.getValue().has("condition")
                    ? evaluator.evaluate(each.getValue().get("condition"), pointer + "/condition")
                    : Values.bool(true);
            ParameterType type = ParameterType.declared(
                    each.getValue(), "the output '%s'".formatted(each.getKey()), pointer + "/type");
            if (condition.asBoolean()) {
                ObjectNode one = told.putObject(each.getKey()).put("type", type.title());
                JsonNode value = value(each.getKey(), each.getValue(), type, pointer);
                if (!type.isSecure()) {
                    one.set("value", value);
                }
            }
        });
        return told;
    }

    private JsonNode value(String name, JsonNode output, ParameterType type, String pointer) {
        scope.deferred(false);
        scope.secrets().read(false);
        JsonNode value;
        if (output.path("copy").isObject()) {
            value = copies(output.get("copy"), pointer + "/copy");
        } else if (output.has("value")) {
            value = evaluator.evaluate(output.get("value"), pointer + "/value");
        } else {
            throw TemplateException.invalid("the output '%s' has no value", name)
                    .at(pointer);
        }
        if (!scope.isDeferred() && !type.has(value)) {
            throw new ValueException("the output '%s' must be %s".formatted(name, type.wanted()), value)
                    .shown(type.isSecure() || scope.secrets().isRead())
                    .at(pointer + "/value");
        }
        return value;
    }

    private ArrayNode copies(JsonNode copy, String pointer) {
        Loop loop = Loop.of(copy, "", evaluator.in(Place.EARLY), pointer);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < loop.count(); i++) {
            all.add(evaluator.turn(loop, i).evaluate(copy.path("input"), pointer + "/input"));
        }
        return all;
    }
}
