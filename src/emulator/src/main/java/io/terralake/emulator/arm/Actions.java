package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Map;
import java.util.Optional;

/** What can be done with resources, beside changing them. */
final class Actions {
    private final Store store;
    private final ResourceTypes types;

    Actions(Store store, ResourceTypes types) {
        this.store = store;
        this.types = types;
    }

    Reply answer(Request request, ResourceId id) {
        if (id.key().endsWith("/checknameavailability")) {
            return Reply.json(200, JsonNodeFactory.instance.objectNode().put("nameAvailable", true));
        }
        return Below.any(store, id, (resource, below) -> run(resource, below))
                .orElseGet(() -> Reply.error(
                        404,
                        "NotEmulated",
                        "the emulator does not know what POST %s does, or what it is done with is not there: %s"
                                .formatted(request.path(), "a file of its type says what an action answers")));
    }

    private Optional<Reply> run(ObjectNode resource, String below) {
        ResourceType type = types.of(resource.path("type").asText());
        for (Map.Entry<String, ResourceType.Action> each : type.actions().entrySet()) {
            if (Below.matches(each.getKey(), below)) {
                ResourceId of = new ResourceId(resource.path("id").asText());
                ResourceType.Action action = each.getValue();
                if (action.set() != null) {
                    ObjectNode changed = resource.deepCopy();
                    Json.patch(changed, action.set());
                    store.put(Space.RESOURCES, of.key(), changed);
                }
                ObjectNode answer = action.answer() == null ? JsonNodeFactory.instance.objectNode() : action.answer();
                return Optional.of(Reply.json(200, new Template(of, resource).fill(answer)));
            }
        }
        return Optional.empty();
    }
}
