package io.terralake.emulator.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an object of the directory refers to, such as the owners of an application and the members of a group. */
final class References {
    private static final String END = "/$ref";
    private static final String BIND = "@odata.bind";
    private static final String ID = "@odata.id";

    private final Store store;

    References(Store store) {
        this.store = store;
    }

    /** The answer; empty when no references are asked for. */
    Optional<Reply> answer(Request request, String path) {
        if (!path.endsWith(END)) {
            return Optional.empty();
        }
        String of = path.substring(0, path.length() - END.length());
        return Optional.of(
                switch (request.method()) {
                    case "POST" -> {
                        String address = request.json().path(ID).asText();
                        if (address.isEmpty()) {
                            yield Reply.error(400, "Request_BadRequest", "The body has no '%s'.".formatted(ID));
                        }
                        add(of, address);
                        yield Reply.empty(204);
                    }
                    case "DELETE" ->
                        store.remove(Space.DIRECTORY, of).isPresent() ? Reply.empty(204) : Graph.notFound(path);
                    default ->
                        store.get(Space.DIRECTORY, of)
                                .filter(reference -> reference.has(ID))
                                .map(reference -> Reply.json(200, reference))
                                .orElseGet(() -> Reply.json(200, Graph.list(store.children(Space.DIRECTORY, of))));
                });
    }

    /** Takes what an object is bound to out of its body, and keeps it. */
    void bind(String path, ObjectNode object) {
        List<String> bound = object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.endsWith(BIND))
                .toList();
        for (String name : bound) {
            String of = "%s/%s"
                    .formatted(path, name.substring(0, name.length() - BIND.length()))
                    .toLowerCase(Locale.ROOT);
            JsonNode addresses = object.remove(name);
            addresses.forEach(address -> add(of, address.asText()));
        }
    }

    private void add(String of, String address) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        store.put(
                Space.DIRECTORY,
                "%s/%s".formatted(of, id.toLowerCase(Locale.ROOT)),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put(ID, address)
                        .put("@odata.type", type(id)));
    }

    private String type(String id) {
        for (String kind : List.of("user", "group", "application")) {
            if (store.has(Space.DIRECTORY, "/%ss/%s".formatted(kind, id.toLowerCase(Locale.ROOT)))) {
                return "#microsoft.graph." + kind;
            }
        }
        return "#microsoft.graph.servicePrincipal";
    }
}
