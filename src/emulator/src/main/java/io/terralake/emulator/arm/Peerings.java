package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;

/** A peering of a network says the addresses of the network that it leads to. */
final class Peerings implements Behaviour {
    @Override
    public String says() {
        return "A peering of a network says the addresses of the network that it leads to.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.Network/virtualNetworks/virtualNetworkPeerings");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        ResourceId remote = new ResourceId(
                resource.at("/properties/remoteVirtualNetwork/id").asText());
        JsonNode addresses = Arm.at(store, remote.key()).at("/properties/addressSpace/addressPrefixes");
        for (String part : new String[] {"remoteAddressSpace", "remoteVirtualNetworkAddressSpace"}) {
            ArrayNode copy = Shape.object(resource, "/properties/" + part).putArray("addressPrefixes");
            addresses.forEach(copy::add);
        }
    }
}
