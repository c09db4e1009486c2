package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Optional;

/** What a workspace has, by kind and name, and the answers about it. */
record Objects(Store store) {
    static final String DEPLOYER = "deployer@example.com";
    static final long WORKSPACE = 1234567890123456L;

    Optional<ObjectNode> get(String kind, String name) {
        return store.get(Space.DATABRICKS, key(kind, name));
    }

    boolean has(String kind, String name) {
        return store.has(Space.DATABRICKS, key(kind, name));
    }

    void put(String kind, String name, ObjectNode json) {
        store.put(Space.DATABRICKS, key(kind, name), json);
    }

    Optional<ObjectNode> remove(String kind, String name) {
        return store.remove(Space.DATABRICKS, key(kind, name));
    }

    /** All of a kind. */
    List<ObjectNode> all(String kind) {
        return List.copyOf(store.below(Space.DATABRICKS, key(kind, "")).values());
    }

    /** The names of all of a kind. */
    List<String> names(String kind) {
        String prefix = key(kind, "");
        return store.below(Space.DATABRICKS, prefix).keySet().stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** A number that no object had before. */
    long number() {
        ObjectNode counter = get("counter", "last").map(ObjectNode::deepCopy).orElseGet(Objects::object);
        long next = counter.path("value").asLong(1000) + 1;
        put("counter", "last", counter.put("value", next));
        return next;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list in an object, as answers have it. */
    static ObjectNode list(String name, List<ObjectNode> values) {
        ObjectNode json = object();
        json.putArray(name).addAll(values);
        return json;
    }

    static Reply done() {
        return Reply.json(200, object());
    }

    static Reply found(Optional<ObjectNode> json, String name) {
        return json.map(each -> Reply.json(200, each)).orElseGet(() -> missing(name));
    }

    static Reply missing(String name) {
        return error(404, "RESOURCE_DOES_NOT_EXIST", "'%s' does not exist.".formatted(name));
    }

    static Reply refused(String message) {
        return error(400, "INVALID_PARAMETER_VALUE", message);
    }

    static Reply error(int status, String code, String message) {
        return Reply.json(status, object().put("error_code", code).put("message", message));
    }

    private static String key(String kind, String name) {
        return kind + "\t" + name;
    }
}
