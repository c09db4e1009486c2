package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * Managed private endpoints of data factories, and the connections that they ask their targets for.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/managed-virtual-network-private-endpoint">Managed private endpoints</a>
 */
final class ManagedEndpoints implements Behaviour {
    private static final String ENDPOINT =
            "Microsoft.DataFactory/factories/managedVirtualNetworks/managedPrivateEndpoints";
    private static final String CONNECTIONS = "/privateEndpointConnections";
    private static final String STATE = "privateLinkServiceConnectionState";
    private static final String PENDING = "Pending";

    /** As Microsoft makes private endpoints, in a subscription of its own. */
    private static final String MADE =
            "/subscriptions/%s/resourceGroups/vnet/providers/Microsoft.Network/privateEndpoints/%s";

    @Override
    public String says() {
        return "A managed private endpoint of a data factory waits, with a connection of its target, until somebody approves the connection.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase(ENDPOINT) || isConnection(type);
    }

    private static boolean isConnection(String type) {
        return type.regionMatches(true, type.length() - CONNECTIONS.length(), CONNECTIONS, 0, CONNECTIONS.length());
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (isConnection(id.type())) {
            asked(id, store).ifPresent(endpoint -> tell(endpoint, resource, store));
            return;
        }
        Optional<ResourceId> connection = connection(id, resource);
        ObjectNode state = Shape.object(resource, "/properties/connectionState");
        if (!state.has("status")) {
            state.put("status", PENDING).put("description", "").put("actionsRequired", "None");
            connection.map(there -> Arm.at(store, there.key()).at("/properties/" + STATE)).stream()
                    .flatMap(there -> there.properties().stream())
                    .forEach(field -> state.set(field.getKey(), field.getValue()));
        }
        connection
                .filter(there ->
                        store.has(Space.RESOURCES, there.above().above().key()))
                .filter(there -> !store.has(Space.RESOURCES, there.key()))
                .ifPresent(there -> store.put(Space.RESOURCES, there.key(), pending(there, id)));
    }

    @Override
    public void deleted(ResourceId id, ObjectNode resource, Store store) {
        if (id.type().equalsIgnoreCase(ENDPOINT)) {
            connection(id, resource).ifPresent(connection -> store.remove(Space.RESOURCES, connection.key()));
        }
    }

    /** Where the target of an endpoint has its connection; empty when it names none. */
    private static Optional<ResourceId> connection(ResourceId endpoint, ObjectNode resource) {
        String target = resource.at("/properties/privateLinkResourceId").asText();
        return target.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceId(
                        "%s%s/%s-%s".formatted(target, CONNECTIONS, name(endpoint), Guids.of(endpoint.key(), target))));
    }

    private static String name(ResourceId endpoint) {
        return "%s.%s".formatted(factory(endpoint), endpoint.name());
    }

    private static String factory(ResourceId endpoint) {
        return endpoint.parent().flatMap(ResourceId::parent).orElseThrow().name();
    }

    private static ObjectNode pending(ResourceId id, ResourceId endpoint) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.put("id", id.path()).put("name", id.name()).put("type", id.type());
        ObjectNode properties = connection.putObject("properties");
        properties.putObject("privateEndpoint").put("id", MADE.formatted(Guids.of("managed networks"), name(endpoint)));
        properties
                .putObject(STATE)
                .put("status", PENDING)
                .put(
                        "description",
                        "Requested by DataFactory:%s, Name:%s".formatted(factory(endpoint), endpoint.name()));
        properties.put("provisioningState", "Succeeded");
        return connection;
    }

    /** The endpoint that asked for a connection. */
    private static Optional<ObjectNode> asked(ResourceId connection, Store store) {
        return store.all(Space.RESOURCES).stream()
                .filter(each -> each.path("type").asText().equalsIgnoreCase(ENDPOINT))
                .filter(each -> connection(new ResourceId(each.path("id").asText()), each)
                        .filter(own -> own.key().equals(connection.key()))
                        .isPresent())
                .findFirst();
    }

    private static void tell(ObjectNode endpoint, ObjectNode connection, Store store) {
        ObjectNode told = endpoint.deepCopy();
        told.withObject("/properties/connectionState")
                .setAll(Shape.object(connection, "/properties/" + STATE).deepCopy());
        store.put(Space.RESOURCES, new ResourceId(told.path("id").asText()).key(), told);
    }
}
