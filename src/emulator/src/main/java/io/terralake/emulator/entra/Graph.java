package io.terralake.emulator.entra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Microsoft Graph as far as the provider azuread needs it: objects in collections, by id or app id, and filters by {@code eq}. */
public final class Graph implements Service {
    private static final Pattern VERSION = Pattern.compile("/(v1\\.0|beta)(/.*)");
    private static final Pattern BY_APP_ID = Pattern.compile("/(applications|serviceprincipals)\\(appid='([^']*)'\\)");
    private static final Pattern EQUALS = Pattern.compile("(\\w+) eq '([^']*)'");

    private final Store store;
    private final References references;
    private final Passwords passwords;

    public Graph(Store store) {
        this.store = store;
        this.references = new References(store);
        this.passwords = new Passwords(store);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        Matcher path = VERSION.matcher(request.path());
        return path.matches() ? Optional.of(answer(request, path.group(2).toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    private Reply answer(Request request, String path) {
        Optional<Reply> part = references.answer(request, path).or(() -> passwords.answer(request, path));
        if (part.isPresent()) {
            return part.get();
        }
        return switch (request.method()) {
            case "POST" -> post(request, path);
            case "PATCH" -> patch(request, path);
            case "DELETE" -> delete(path);
            default -> get(request, path);
        };
    }

    private Reply post(Request request, String path) {
        if (path.endsWith("/getbyids") || path.endsWith("objects")) {
            return Reply.json(200, list(List.of()));
        }
        String id = UUID.randomUUID().toString();
        ObjectNode object = request.json().deepCopy();
        object.put("id", id);
        references.bind(path + "/" + id, object);
        Json.complete(object, DirectoryObjects.defaults(path, object, id, store));
        store.put(Space.DIRECTORY, path + "/" + id, object);
        return Reply.json(201, object);
    }

    private Reply patch(Request request, String path) {
        Optional<ObjectNode> there = store.get(Space.DIRECTORY, path);
        if (there.isEmpty()) {
            return notFound(path);
        }
        ObjectNode changed = there.get().deepCopy();
        request.json().properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode && changed.get(field.getKey()) instanceof ObjectNode old) {
                old.setAll((ObjectNode) field.getValue());
            } else {
                changed.set(field.getKey(), field.getValue());
            }
        });
        store.put(Space.DIRECTORY, path, changed);
        return Reply.empty(204);
    }

    private Reply delete(String path) {
        List.copyOf(store.below(Space.DIRECTORY, path + "/").keySet())
                .forEach(key -> store.remove(Space.DIRECTORY, key));
        return store.remove(Space.DIRECTORY, path).isPresent() ? Reply.empty(204) : notFound(path);
    }

    private Reply get(Request request, String path) {
        Optional<ObjectNode> there = store.get(Space.DIRECTORY, path);
        if (there.isPresent()) {
            return Reply.json(200, there.get());
        }
        Matcher byAppId = BY_APP_ID.matcher(path);
        if (byAppId.matches()) {
            return store.children(Space.DIRECTORY, "/" + byAppId.group(1)).stream()
                    .filter(object -> object.path("appId").asText().equalsIgnoreCase(byAppId.group(2)))
                    .map(object -> Reply.json(200, object))
                    .findFirst()
                    .orElseGet(() -> notFound(path));
        }
        if (path.startsWith("/directoryobjects/")) {
            // Whoever is named in settings exists.
            return Reply.json(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("@odata.type", "#microsoft.graph.servicePrincipal")
                            .put("id", path.substring(path.lastIndexOf('/') + 1))
                            .put("displayName", "emulated"));
        }
        if (path.equals("/domains")) {
            return Reply.json(200, list(List.of(DirectoryObjects.domain())));
        }
        if (path.substring(1).split("/").length % 2 == 0) {
            return notFound(path);
        }
        List<ObjectNode> found = store.children(Space.DIRECTORY, path);
        Matcher filter = EQUALS.matcher(request.parameter("$filter"));
        while (filter.find()) {
            String name = filter.group(1);
            String value = filter.group(2);
            found = found.stream()
                    .filter(object -> object.path(name).asText().equalsIgnoreCase(value))
                    .toList();
        }
        return Reply.json(200, list(found));
    }

    static ObjectNode list(List<ObjectNode> objects) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode value = json.putArray("value");
        objects.forEach(value::add);
        return json;
    }

    static Reply notFound(String path) {
        return Reply.error(404, "Request_ResourceNotFound", "Resource '%s' does not exist.".formatted(path));
    }
}
