package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;

/** An account of Cosmos DB says where it is read, written and fails over to. */
final class CosmosAccounts implements Behaviour {
    @Override
    public String says() {
        return "An account of Cosmos DB says where it is read, written and fails over to.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.DocumentDB/databaseAccounts");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        ArrayNode locations = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode location : Shape.objects(resource, "/properties/locations")) {
            ObjectNode each = location.deepCopy();
            each.put(
                            "id",
                            "%s-%s"
                                    .formatted(
                                            id.name(),
                                            location.path("locationName").asText()))
                    .put(
                            "documentEndpoint",
                            resource.at("/properties/documentEndpoint").asText())
                    .put("provisioningState", "Succeeded");
            locations.add(each);
        }
        ObjectNode properties = Shape.object(resource, "/properties");
        properties.set("readLocations", locations);
        properties.set("writeLocations", locations.deepCopy());
        properties.set("failoverPolicies", locations.deepCopy());
    }
}
