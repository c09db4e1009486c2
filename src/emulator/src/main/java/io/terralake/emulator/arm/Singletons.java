package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What is there with a resource, before somebody writes it. */
final class Singletons {
    private final Store store;
    private final ResourceTypes types;

    Singletons(Store store, ResourceTypes types) {
        this.store = store;
        this.types = types;
    }

    /** What a path that nobody wrote to gives; empty when there is no such thing. */
    Optional<ObjectNode> find(ResourceId id) {
        return ApiRevisions.current(id, store).or(() -> below(id));
    }

    private Optional<ObjectNode> below(ResourceId id) {
        return Below.any(store, id, (resource, below) -> {
            // What is said of one part by its name goes before what is said of all.
            for (Map.Entry<String, ObjectNode> each :
                    types.of(resource.path("type").asText()).singletons().entrySet().stream()
                            .sorted(Comparator.comparing(entry -> entry.getKey().contains("*")))
                            .toList()) {
                if (Below.matches(each.getKey(), below)) {
                    ObjectNode json = new Template(id, resource).fill(each.getValue());
                    json.put("id", id.path()).put("name", id.name()).put("type", id.type());
                    return Optional.of(json);
                }
            }
            return Optional.empty();
        });
    }

    /** Whether something is there, written or not. */
    boolean exists(ResourceId id) {
        return store.has(Space.RESOURCES, id.key()) || find(id).isPresent();
    }
}
