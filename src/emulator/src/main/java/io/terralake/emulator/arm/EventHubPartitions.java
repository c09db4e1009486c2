package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;

/** An event hub numbers its partitions. */
final class EventHubPartitions implements Behaviour {
    @Override
    public String says() {
        return "An event hub numbers its partitions.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.EventHub/namespaces/eventhubs");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        ArrayNode ids = resource.withObject("/properties").putArray("partitionIds");
        int count = resource.at("/properties/partitionCount").asInt(1);
        for (int i = 0; i < count; i++) {
            ids.add(Integer.toString(i));
        }
    }
}
