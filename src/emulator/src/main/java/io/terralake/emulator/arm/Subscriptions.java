package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Guids;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Subscriptions, every one that is asked for, with the places and resource providers that can be used in them. */
final class Subscriptions {
    private final ResourceTypes types;
    private final Locations locations = new Locations();

    Subscriptions(ResourceTypes types) {
        this.types = types;
    }

    Optional<Reply> answer(Request request) {
        String[] parts = request.key().split("/");
        if (parts.length < 2 || !parts[1].equals("subscriptions")) {
            return Optional.empty();
        }
        boolean get = request.method().equals("GET");
        if (get && parts.length == 2) {
            return Optional.of(list(subscription(Guids.SUBSCRIPTION)));
        }
        if (get && parts.length == 3) {
            return Optional.of(Reply.json(200, subscription(parts[2])));
        }
        if (get && parts.length == 4 && parts[3].equals("locations")) {
            return Optional.of(list(locations.of("/subscriptions/" + parts[2]).toArray(ObjectNode[]::new)));
        }
        if (parts.length < 4 || !parts[3].equals("providers")) {
            return Optional.empty();
        }
        Map<String, ArrayNode> known = known();
        if (get && parts.length == 4) {
            return Optional.of(list(known.entrySet().stream()
                    .map(each -> provider(parts[2], each.getKey(), each.getValue()))
                    .toArray(ObjectNode[]::new)));
        }
        boolean register = request.method().equals("POST") && parts.length == 6 && parts[5].endsWith("register");
        if (get && parts.length == 5 || register) {
            String name = request.segments().get(3);
            return Optional.of(Reply.json(
                    200,
                    known.entrySet().stream()
                            .filter(each -> each.getKey().equalsIgnoreCase(name))
                            .findFirst()
                            .map(each -> provider(parts[2], each.getKey(), each.getValue()))
                            .orElseGet(() -> provider(parts[2], name, JsonNodeFactory.instance.arrayNode()))));
        }
        return Optional.empty();
    }

    private static Reply list(ObjectNode... values) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        for (ObjectNode each : values) {
            value.add(each);
        }
        return Reply.json(200, list);
    }

    private static ObjectNode subscription(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "/subscriptions/" + id)
                .put("subscriptionId", id)
                .put("displayName", "emulated")
                .put("state", "Enabled")
                .put("tenantId", Guids.TENANT);
    }

    /** The types of which something is known, by their namespaces; all others can be used too. */
    private Map<String, ArrayNode> known() {
        Map<String, ArrayNode> known = new TreeMap<>();
        for (ResourceType type : types.all()) {
            String[] parts = type.type().split("/", 2);
            known.computeIfAbsent(parts[0], name -> JsonNodeFactory.instance.arrayNode())
                    .addObject()
                    .put("resourceType", parts[1])
                    .set("locations", locations.names());
        }
        return known;
    }

    private static ObjectNode provider(String subscription, String name, ArrayNode types) {
        ObjectNode provider = JsonNodeFactory.instance
                .objectNode()
                .put("id", "/subscriptions/%s/providers/%s".formatted(subscription, name))
                .put("namespace", name)
                .put("registrationState", "Registered");
        provider.set("resourceTypes", types);
        return provider;
    }
}
