package io.terralake.deployhook.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * A managed private endpoint, as its target knows it: by a private endpoint in a subscription of Microsoft's whose name is
 * {@code <factory>.<endpoint>}, and, until it is approved, by who asked for it.
 *
 * @param factory the factory's name
 * @param name the endpoint's name
 */
record ManagedEndpoint(String factory, String name) {
    private static final String NETWORK = "/providers/microsoft.network/privateendpoints/";

    /** @param id {@code …/factories/<factory>/managedVirtualNetworks/<network>/managedPrivateEndpoints/<name>} */
    static ManagedEndpoint of(String id) {
        List<String> parts = List.of(id.split("/"));
        return new ManagedEndpoint(parts.get(parts.size() - 5), parts.get(parts.size() - 1));
    }

    /** @param connection the properties of a connection of the target */
    boolean made(JsonNode connection) {
        String endpoint = connection.at("/privateEndpoint/id").asText();
        int start = endpoint.toLowerCase(Locale.ROOT).indexOf(NETWORK);
        if (start >= 0 && endpoint.substring(start + NETWORK.length()).equalsIgnoreCase(factory + "." + name)) {
            return true;
        }
        return connection
                .at("/privateLinkServiceConnectionState/description")
                .asText()
                .equalsIgnoreCase("Requested by DataFactory:%s, Name:%s".formatted(factory, name));
    }
}
