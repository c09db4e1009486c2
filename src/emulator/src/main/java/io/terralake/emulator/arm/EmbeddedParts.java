package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network, a load balancer and others of their kind say what they consist of in lists of named parts, each with an id. Some of these parts
 * can be put and deleted by themselves too; both ways show the same.
 */
final class EmbeddedParts implements Behaviour {
    private static final String NAMESPACE = "microsoft.network/";

    /** The lists whose parts are resources, by what they are in. */
    private static final Map<String, List<String>> RESOURCES = Map.of(
            "microsoft.network/virtualnetworks", List.of("subnets", "virtualNetworkPeerings"),
            "microsoft.network/networksecuritygroups", List.of("securityRules"),
            "microsoft.network/routetables", List.of("routes"),
            "microsoft.network/loadbalancers", List.of("backendAddressPools", "inboundNatRules"));

    /** The lists that are there when nothing is in them, and stay as they are for who does not write them. */
    private static final Map<String, List<String>> ALWAYS = Map.of(
            "microsoft.network/loadbalancers",
            List.of(
                    "frontendIPConfigurations",
                    "backendAddressPools",
                    "loadBalancingRules",
                    "probes",
                    "inboundNatRules",
                    "outboundRules",
                    "inboundNatPools"));

    @Override
    public String says() {
        return "What a network, a network security group, a route table or a load balancer consists of can be put with it or by itself.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith(NAMESPACE);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        String type = id.type().toLowerCase(Locale.ROOT);
        if (resource.get("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(field -> identify(id, field.getKey(), field.getValue()));
            JsonNode before = Arm.at(store, id.key()).path("properties");
            ALWAYS.getOrDefault(type, List.of()).stream()
                    .filter(list -> !properties.has(list))
                    .forEach(list -> properties.putArray(list).addAll(Shape.objects(before, "/" + list)));
            RESOURCES.getOrDefault(type, List.of()).forEach(list -> spread(id, list, properties, store));
        }
        id.parent().ifPresent(parent -> embed(parent, id, resource, store));
    }

    @Override
    public void deleted(ResourceId id, ObjectNode resource, Store store) {
        id.parent().ifPresent(parent -> embed(parent, id, null, store));
    }

    /** The parts of a list get their ids. */
    private static void identify(ResourceId of, String list, JsonNode parts) {
        if (parts instanceof ArrayNode) {
            parts.forEach(part -> {
                if (part instanceof ObjectNode named && named.path("name").isTextual() && !named.has("id")) {
                    named.put(
                            "id",
                            "%s/%s/%s"
                                    .formatted(
                                            of.path(), list, named.path("name").asText()));
                }
            });
        }
    }

    /** Makes resources of what a list that was given names, and only of that; a list that was not given stays as it was. */
    private static void spread(ResourceId of, String list, ObjectNode properties, Store store) {
        String below = "%s/%s".formatted(of.key(), list.toLowerCase(Locale.ROOT));
        if (!(properties.get(list) instanceof ArrayNode given)) {
            properties.putArray(list).addAll(store.children(Space.RESOURCES, below));
            return;
        }
        Set<String> names = StreamSupport.stream(given.spliterator(), false)
                .map(part -> part.path("name").asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        store.children(Space.RESOURCES, below).stream()
                .map(part -> new ResourceId(part.path("id").asText()).key())
                .filter(key -> !names.contains(key.substring(key.lastIndexOf('/') + 1)))
                .forEach(key -> store.remove(Space.RESOURCES, key));
        given.forEach(part -> {
            if (part instanceof ObjectNode named && named.path("id").isTextual()) {
                ResourceId id = new ResourceId(named.path("id").asText());
                named.put("type", id.type());
                Shape.object(named, "/properties").put("provisioningState", "Succeeded");
                store.put(Space.RESOURCES, id.key(), named.deepCopy());
            }
        });
    }

    /** What a resource that has it in a list says of a part that was put or deleted by itself. */
    private static void embed(ResourceId of, ResourceId id, @Nullable ObjectNode part, Store store) {
        String list = id.above().name();
        Optional<String> known = RESOURCES.getOrDefault(of.type().toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(each -> each.equalsIgnoreCase(list))
                .findFirst();
        if (known.isEmpty()) {
            return;
        }
        store.get(Space.RESOURCES, of.key()).map(ObjectNode::deepCopy).ifPresent(whole -> {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            whole.path("properties").path(known.get()).forEach(each -> {
                if (!each.path("name").asText().equalsIgnoreCase(id.name())) {
                    parts.add(each);
                }
            });
            if (part != null) {
                ObjectNode copy = part.deepCopy();
                Shape.object(copy, "/properties").put("provisioningState", "Succeeded");
                parts.add(copy);
            }
            if (whole.get("properties") instanceof ObjectNode properties) {
                properties.set(known.get(), parts);
                store.put(Space.RESOURCES, of.key(), whole);
            }
        });
    }
}
