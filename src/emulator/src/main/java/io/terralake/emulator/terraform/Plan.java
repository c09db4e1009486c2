package io.terralake.emulator.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Terraform would do.
 *
 * @param actions by address, such as {@code ["update"]} or {@code ["delete", "create"]}; {@code ["move"]} and {@code ["import"]} for what changes in
 *     the state only; what stays as it is, is left out
 * @param outputs by name, in the same way
 * @param failedChecks what {@code check} blocks find wrong
 * @param text what Terraform says for people
 */
public record Plan(
        Map<String, List<String>> actions, Map<String, List<String>> outputs, List<String> failedChecks, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    public Plan {
        actions = Collections.unmodifiableMap(new TreeMap<>(actions));
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        failedChecks = List.copyOf(failedChecks);
    }

    /**
     * Reads one.
     *
     * @param json of {@code terraform show}
     * @param text of {@code terraform plan}
     */
    static Plan parse(String json, String text) throws IOException {
        JsonNode plan = JSON.readTree(json);
        Map<String, List<String>> actions = new TreeMap<>();
        for (JsonNode resource : plan.path("resource_changes")) {
            note(actions, resource.path("address").asText(), does(resource));
        }
        Map<String, List<String>> outputs = new TreeMap<>();
        plan.path("output_changes")
                .properties()
                .forEach(output -> note(outputs, output.getKey(), actions(output.getValue())));
        return new Plan(actions, outputs, FailedChecks.of(plan), text);
    }

    private static void note(Map<String, List<String>> all, String address, List<String> does) {
        if (!does.equals(List.of("no-op")) && !does.equals(List.of("read"))) {
            all.put(address, does);
        }
    }

    private static List<String> does(JsonNode resource) {
        List<String> does = actions(resource.path("change"));
        if (!does.equals(List.of("no-op"))) {
            return does;
        }
        if (resource.has("previous_address")) {
            return List.of("move");
        }
        return resource.path("change").has("importing") ? List.of("import") : does;
    }

    private static List<String> actions(JsonNode change) {
        return JSON.convertValue(
                change.path("actions"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** Whether nothing changes, no output either. */
    public boolean isEmpty() {
        return actions.isEmpty() && outputs.isEmpty();
    }

    /** The addresses of what is taken away, replaced or not. */
    public List<String> deleted() {
        return actions.entrySet().stream()
                .filter(entry -> entry.getValue().contains("delete"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What Terraform says of some resources, attribute by attribute. */
    String of(Collection<String> addresses) {
        return parts().filter(part -> addresses.stream().anyMatch(each -> part.startsWith("  # %s ".formatted(each))))
                .collect(Collectors.joining());
    }

    /** What Terraform says of all that changes. */
    String changes() {
        return of(actions.keySet())
                + parts().filter(part -> part.startsWith("Changes to Outputs:")).collect(Collectors.joining());
    }

    /** The text, divided before each resource, and before and after the outputs. */
    private Stream<String> parts() {
        return Stream.of(text.split("(?m)(?=^  # (?!\\()|^Plan: |^Changes to Outputs:|^[─╷])"));
    }

    /** How many resources have just this action. */
    long count(String action) {
        return actions.values().stream().filter(List.of(action)::equals).count();
    }

    /** How many resources are deleted and made again, in whatever order. */
    long replaced() {
        return actions.values().stream()
                .filter(does -> does.contains("delete") && does.contains("create"))
                .count();
    }
}
