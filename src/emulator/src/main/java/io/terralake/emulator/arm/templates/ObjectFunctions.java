package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Of objects, and those of arrays too that put several together.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object">Object functions</a>
 */
final class ObjectFunctions {
    /** As lenient as Azure's: strings in single quotes are taken. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final List<TemplateFunction> ALL = List.of(
            new TemplateFunction("createObject", 0, TemplateFunction.ANY, ObjectFunctions::object),
            TemplateFunction.of("json", 1, arguments -> json(arguments, arguments.text(0))),
            TemplateFunction.of("items", 1, ObjectFunctions::items),
            new TemplateFunction("union", 1, TemplateFunction.ANY, ObjectFunctions::union),
            new TemplateFunction("intersection", 2, TemplateFunction.ANY, ObjectFunctions::intersection));

    private ObjectFunctions() {}

    private static JsonNode object(Arguments arguments) {
        if (arguments.size() % 2 != 0) {
            throw TemplateException.invalid(
                    "the function 'createObject' wants a value for each name, given are %d arguments",
                    arguments.size());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < arguments.size(); i += 2) {
            object.set(arguments.text(i), arguments.get(i + 1));
        }
        return object;
    }

    static JsonNode json(Arguments arguments, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isMissingNode()) {
                return json;
            }
            throw arguments.wrong(0, "JSON");
        } catch (JsonProcessingException e) {
            throw arguments.wrong(0, "JSON");
        }
    }

    private static JsonNode items(Arguments arguments) {
        List<ObjectNode> items = new ArrayList<>();
        arguments.object(0).properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> {
                    ObjectNode item = JsonNodeFactory.instance.objectNode().put("key", each.getKey());
                    item.set("value", each.getValue());
                    items.add(item);
                });
        return ArrayFunctions.array(items);
    }

    /** Arrays have each element once. Of objects, what comes later wins, and objects in them are put together too. */
    private static JsonNode union(Arguments arguments) {
        if (arguments.get(0).isArray()) {
            List<JsonNode> all = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                ArrayFunctions.elements(arguments.array(i)).stream()
                        .filter(each -> !all.contains(each))
                        .forEach(all::add);
            }
            return ArrayFunctions.array(all);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < arguments.size(); i++) {
            merge(all, arguments.object(i));
        }
        return all;
    }

    private static void merge(ObjectNode target, ObjectNode other) {
        other.properties().forEach(each -> {
            if (target.get(each.getKey()) instanceof ObjectNode inside && each.getValue() instanceof ObjectNode more) {
                merge(inside, more);
            } else {
                target.set(each.getKey(), each.getValue().deepCopy());
            }
        });
    }

    private static JsonNode intersection(Arguments arguments) {
        if (arguments.get(0).isArray()) {
            List<JsonNode> common = ArrayFunctions.elements(arguments.array(0));
            for (int i = 1; i < arguments.size(); i++) {
                common.retainAll(ArrayFunctions.elements(arguments.array(i)));
            }
            return ArrayFunctions.array(common);
        }
        ObjectNode common = arguments.object(0).deepCopy();
        for (int i = 1; i < arguments.size(); i++) {
            ObjectNode other = arguments.object(i);
            common.properties().removeIf(each -> !each.getValue().equals(other.get(each.getKey())));
        }
        return common;
    }
}
