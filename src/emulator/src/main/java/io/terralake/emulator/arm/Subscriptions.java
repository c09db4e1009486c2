package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Subscriptions, every one that is asked for, with the places and resource providers that can be used in them. */
final class Subscriptions {
    /** Of the subscription, and of the tenant that it is in. */
    static final String NAME = "emulated";

    static final String VERSION = "2024-01-01";

    private final ResourceTypes types;
    private final Store store;
    private final Locations locations = new Locations();

    Subscriptions(ResourceTypes types, Store store) {
        this.types = types;
        this.store = store;
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
                .put("displayName", NAME)
                .put("state", "Enabled")
                .put("tenantId", Guids.TENANT);
    }

    /** The types of which something is known, or that are in use, by their namespaces; all others can be used too. */
    private Map<String, ArrayNode> known() {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        types.all().forEach(type -> all.add(type.type()));
        store.all(Space.RESOURCES).forEach(resource -> {
            all.add(resource.path("type").asText());
            resource.at("/properties/providers")
                    .forEach(provider -> provider.path("resourceTypes")
                            .forEach(type -> all.add("%s/%s"
                                    .formatted(
                                            provider.path("namespace").asText(),
                                            type.path("resourceType").asText()))));
        });
        Map<String, ArrayNode> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String type : all) {
            String[] parts = type.split("/", 2);
            if (parts.length == 2) {
                ObjectNode one = known.computeIfAbsent(parts[0], name -> JsonNodeFactory.instance.arrayNode())
                        .addObject();
                one.put("resourceType", parts[1]).set("locations", locations.names());
                one.putArray("apiVersions").add(VERSION);
            }
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
