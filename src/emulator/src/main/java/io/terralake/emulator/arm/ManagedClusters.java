package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;

/** A Kubernetes cluster has pools that are resources too, and identities that Azure makes for its nodes and add-ons. */
final class ManagedClusters implements Behaviour {
    private static final String TYPE = "Microsoft.ContainerService/managedClusters";

    @Override
    public String says() {
        return "A Kubernetes cluster has pools that are resources too, and identities for its nodes and add-ons.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase(TYPE);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        ObjectNode properties = Shape.object(resource, "/properties");
        List<ObjectNode> pools = Shape.objects(resource, "/properties/agentPoolProfiles");
        boolean hidden =
                properties.at("/apiServerAccessProfile/enablePrivateCluster").asBoolean();
        properties.put(
                hidden ? "privateFQDN" : "fqdn",
                "%s.%s.azmk8s.io".formatted(id.name(), hidden ? "privatelink.westeurope" : "hcp.westeurope"));
        if (properties.at("/aadProfile/managed").asBoolean()) {
            Shape.object(resource, "/properties/aadProfile").put("tenantID", Guids.TENANT);
        }
        Shape.object(resource, "/properties/identityProfile")
                .set("kubeletidentity", identity(id, id.name() + "-agentpool"));
        if (properties.has("addonProfiles")) {
            Shape.object(resource, "/properties/addonProfiles").fieldNames().forEachRemaining(name -> {
                ObjectNode addOn = Shape.object(resource, "/properties/addonProfiles/" + name);
                if (addOn.path("enabled").asBoolean()) {
                    addOn.set("identity", identity(id, name));
                }
            });
        }
        for (ObjectNode pool : pools) {
            Json.complete(pool, pool(pool));
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            String name = pool.path("name").asText();
            own.put("id", "%s/agentPools/%s".formatted(id.path(), name)).put("name", name);
            own.put("type", TYPE + "/agentPools")
                    .set("properties", pool.deepCopy().without("name"));
            store.put(Space.RESOURCES, new ResourceId(own.path("id").asText()).key(), own);
        }
    }

    private static ObjectNode identity(ResourceId cluster, String name) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        String id = "%s/resourceGroups/MC_%s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/%s"
                .formatted(cluster.subscription(), cluster.name(), name);
        return identity.put("resourceId", id)
                .put("clientId", Guids.of(id, "client"))
                .put("objectId", Guids.of(id, "principal"));
    }

    private static ObjectNode pool(JsonNode given) {
        ObjectNode pool = JsonNodeFactory.instance.objectNode();
        pool.put("count", given.path("minCount").asInt(1))
                .put("osDiskSizeGB", 128)
                .put("osDiskType", "Managed");
        pool.put("kubeletDiskType", "OS").put("maxPods", 250).put("scaleDownMode", "Delete");
        pool.put("currentOrchestratorVersion", "1.32.9").put("orchestratorVersion", "1.32");
        pool.put("nodeImageVersion", "AKSAzureLinux-V3gen2").put("provisioningState", "Succeeded");
        pool.put("enableFIPS", false).put("enableUltraSSD", false);
        pool.putObject("powerState").put("code", "Running");
        return pool;
    }
}
