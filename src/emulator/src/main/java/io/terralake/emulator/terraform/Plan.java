package io.terralake.emulator.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Terraform would do.
 *
 * @param actions by address, such as {@code ["update"]} or {@code ["delete", "create"]}; what stays as it is, is left out
 */
public record Plan(Map<String, List<String>> actions) {
    private static final JsonMapper JSON = new JsonMapper();

    public Plan {
        actions = Collections.unmodifiableMap(new TreeMap<>(actions));
    }

    static Plan parse(String json) throws IOException {
        Map<String, List<String>> actions = new TreeMap<>();
        for (JsonNode change : JSON.readTree(json).path("resource_changes")) {
            List<String> does = JSON.convertValue(
                    change.at("/change/actions"),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
            if (!List.of("no-op").equals(does) && !List.of("read").equals(does)) {
                actions.put(change.path("address").asText(), does);
            }
        }
        return new Plan(actions);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** The addresses of what is taken away, replaced or not. */
    public List<String> deleted() {
        return actions.entrySet().stream()
                .filter(entry -> entry.getValue().contains("delete"))
                .map(Map.Entry::getKey)
                .toList();
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
