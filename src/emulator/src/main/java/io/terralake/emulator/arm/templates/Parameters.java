package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The parameters of a template, with the values that they are given or have by default.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/parameters">Parameters in ARM templates</a>
 */
final class Parameters {
    private final ObjectNode declared;
    private final ObjectNode given;
    private final Secrets secrets;
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Lookups lookups = new Lookups();

    Parameters(ObjectNode declared, ObjectNode given, Secrets secrets) {
        this.declared = declared;
        this.given = given;
        this.secrets = secrets;
    }

    /**
     * Looks at all of them.
     *
     * @param defaults evaluates a default value at a JSON pointer
     * @throws TemplateException when one is wrong or missing
     */
    void resolve(BiFunction<JsonNode, String, JsonNode> defaults) {
        given.properties().forEach(each -> {
            if (Values.property(declared, each.getKey()).isEmpty()) {
                throw TemplateException.invalid(
                                "the parameter '%s' is given a value and not declared, declared are %s",
                                each.getKey(), names())
                        .at("/parameters");
            }
        });
        names().forEach(name -> value(name, defaults));
    }

    List<String> names() {
        return declared.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The value of one, whose name may be in any letter case. */
    JsonNode value(String asked, BiFunction<JsonNode, String, JsonNode> defaults) {
        String name = names().stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(
                        () -> TemplateException.invalid("there is no parameter '%s', declared are %s", asked, names()));
        ParameterType type = type(name);
        String key = name.toLowerCase(Locale.ROOT);
        if (!values.containsKey(key)) {
            JsonNode value = lookups.one("parameter", name, () -> given(name, defaults));
            new ParameterLimits(name, type, declared.get(name), pointer(name)).check(value);
            if (type.isSecure()) {
                secrets.add(value);
            }
            values.put(key, value);
        }
        if (type.isSecure()) {
            secrets.read(true);
        }
        return values.get(key);
    }

    private JsonNode given(String name, BiFunction<JsonNode, String, JsonNode> defaults) {
        JsonNode one = Values.property(given, name).orElse(null);
        if (one != null && one.has("reference")) {
            throw TemplateException.notEmulated(
                            "the parameter '%s' is given as a reference to a vault, which is not emulated", name)
                    .at(pointer(name));
        }
        if (one != null && one.has("value")) {
            return one.get("value");
        }
        if (one != null) {
            throw TemplateException.invalid("the parameter '%s' must be given as an object with a 'value'", name)
                    .at(pointer(name));
        }
        JsonNode byDefault = declared.get(name).get("defaultValue");
        if (byDefault == null) {
            throw TemplateException.invalid("the parameter '%s' has no default value and is not given one", name)
                    .at(pointer(name));
        }
        return defaults.apply(byDefault, pointer(name) + "/defaultValue");
    }

    /** As Azure tells them: secure ones without their values. */
    ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        names().forEach(name -> {
            ParameterType type = type(name);
            ObjectNode one = told.putObject(name).put("type", type.title());
            if (!type.isSecure()) {
                one.set("value", values.get(name.toLowerCase(Locale.ROOT)));
            }
        });
        return told;
    }

    private ParameterType type(String name) {
        return ParameterType.declared(
                declared.get(name), "the parameter '%s'".formatted(name), pointer(name) + "/type");
    }

    private static String pointer(String name) {
        return "/parameters/" + Pointers.escaped(name);
    }
}
