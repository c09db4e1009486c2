package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the expressions of a template can name: its parameters and variables, its resources, and where it is deployed. */
final class Scope {
    private final ObjectNode variables;
    private final Set<String> loops = new HashSet<>();
    private final Parameters parameters;
    private final Surroundings surroundings;
    private final Secrets secrets;
    private final List<PlannedResource> resources = new ArrayList<>();
    private final Lookups lookups = new Lookups();
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, Boolean> secret = new HashMap<>();
    private boolean deferred;

    Scope(ObjectNode template, Parameters parameters, Surroundings surroundings, Secrets secrets) {
        this.variables = variables(template.path("variables"), loops);
        this.parameters = parameters;
        this.surroundings = surroundings;
        this.secrets = secrets;
    }

    /** By name: what a loop makes is beside the others. */
    private static ObjectNode variables(JsonNode section, Set<String> loops) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        section.properties().forEach(each -> {
            if (Loop.isProperty(each.getKey(), each.getValue())) {
                each.getValue().forEach(loop -> {
                    ObjectNode one = JsonNodeFactory.instance.objectNode();
                    one.putArray("copy").add(loop);
                    all.set(loop.path("name").asText(), one);
                    loops.add(loop.path("name").asText());
                });
            } else {
                all.set(each.getKey(), each.getValue());
            }
        });
        return all;
    }

    static List<String> variableNames(JsonNode template) {
        return variables(template.path("variables"), new HashSet<>()).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Secrets secrets() {
        return secrets;
    }

    Parameters parameters() {
        return parameters;
    }

    List<PlannedResource> resources() {
        return resources;
    }

    /** Whether something was not known yet since this was set back. */
    boolean isDeferred() {
        return deferred;
    }

    void deferred(boolean value) {
        deferred = value;
    }

    JsonNode parameter(String name) {
        return parameters.value(name, new Evaluator(this, Place.DEFAULT)::evaluate);
    }

    JsonNode variable(String asked) {
        String name = variables.properties().stream()
                .map(Map.Entry::getKey)
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> TemplateException.invalid("there is no variable '%s'", asked));
        String key = name.toLowerCase(Locale.ROOT);
        if (!values.containsKey(key)) {
            boolean before = secrets.isRead();
            secrets.read(false);
            JsonNode written = variables.get(name);
            boolean loop = loops.contains(name);
            JsonNode value = lookups.one(
                    "variable",
                    name,
                    () -> new Evaluator(this, Place.EARLY)
                            .evaluate(written, "/variables/" + (loop ? "copy" : Pointers.escaped(name))));
            values.put(key, loop ? value.get(name) : value);
            secret.put(key, secrets.isRead());
            secrets.read(before);
        }
        secrets.read(secrets.isRead() || secret.get(key));
        return values.get(key);
    }
}
