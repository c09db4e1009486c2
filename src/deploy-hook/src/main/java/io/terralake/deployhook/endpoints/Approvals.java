package io.terralake.deployhook.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Approves the connections of declared managed private endpoints, and no others. Anybody who knows the id of a service can ask
 * for a connection to it, under any name: so the factory must say that its endpoint waits, and the service must have exactly
 * one connection that waits and that the endpoint made.
 */
public final class Approvals {
    private static final String FACTORY_API = "2018-06-01";
    private static final String STATE = "privateLinkServiceConnectionState";
    private static final String PENDING = "Pending";
    private static final String APPROVED = "Approved";

    private final Supplier<Arm> arm;
    private final boolean dryRun;

    /**
     * Prepares; nothing is sent yet.
     *
     * @param arm where connections are read and approved
     * @param dryRun whether nothing is approved
     */
    public Approvals(Supplier<Arm> arm, boolean dryRun) {
        this.arm = arm;
        this.dryRun = dryRun;
    }

    /**
     * Approves the connection of an endpoint when it waits for that.
     *
     * @param approval what a stack declared
     * @return what became of it
     */
    public Item run(PrivateEndpointApproval approval) {
        ManagedEndpoint endpoint = ManagedEndpoint.of(approval.endpoint());
        try {
            return approve(approval, endpoint);
        } catch (ArmException e) {
            return item(endpoint, Outcome.FAILED, e.getMessage());
        }
    }

    private Item approve(PrivateEndpointApproval approval, ManagedEndpoint endpoint) {
        JsonNode properties = arm.get()
                .get(approval.endpoint(), FACTORY_API)
                .orElseThrow(() -> new ArmException(404, "there is no endpoint " + approval.endpoint()));
        String target = properties.path("privateLinkResourceId").asText();
        if (!target.equalsIgnoreCase(approval.target())) {
            return item(endpoint, Outcome.FAILED, "connects to \"%s\", not to the declared target".formatted(target));
        }
        String status = properties.at("/connectionState/status").asText();
        return switch (status) {
            case APPROVED -> item(endpoint, Outcome.UNCHANGED, null);
            case PENDING -> approvePending(approval.target(), endpoint);
            default ->
                item(
                        endpoint,
                        Outcome.FAILED,
                        "its connection is \"%s\": only a pending one is approved".formatted(status));
        };
    }

    private Item approvePending(String target, ManagedEndpoint endpoint) {
        String apiVersion = TargetType.of(target).orElseThrow().apiVersion();
        List<JsonNode> made = arm.get().list(target + "/privateEndpointConnections", apiVersion).stream()
                .filter(connection -> endpoint.made(connection.path("properties")))
                .toList();
        List<JsonNode> pending = made.stream()
                .filter(connection -> status(connection).equals(PENDING))
                .toList();
        if (pending.size() > 1) {
            return item(
                    endpoint,
                    Outcome.FAILED,
                    "%d connections of that name wait for approval: look at them, and approve the right one by hand"
                            .formatted(pending.size()));
        }
        if (pending.isEmpty()) {
            // A factory takes a while to hear of an approval.
            return made.stream().anyMatch(connection -> status(connection).equals(APPROVED))
                    ? item(endpoint, Outcome.UNCHANGED, null)
                    : item(
                            endpoint,
                            Outcome.FAILED,
                            "the target has no connection of it yet: run the hook again later");
        }
        if (!dryRun) {
            put(target, pending.get(0), apiVersion);
        }
        return item(endpoint, Outcome.UPDATED, "approved for " + target);
    }

    private void put(String target, JsonNode connection, String apiVersion) {
        ObjectNode properties = connection.path("properties").deepCopy();
        ObjectNode state = properties.withObject("/" + STATE);
        state.put("status", APPROVED).put("description", "approved by the deploy hook");
        arm.get()
                .put(
                        "%s/privateEndpointConnections/%s"
                                .formatted(target, connection.path("name").asText()),
                        apiVersion,
                        properties);
    }

    private static String status(JsonNode connection) {
        return connection.path("properties").path(STATE).path("status").asText();
    }

    private static Item item(ManagedEndpoint endpoint, Outcome outcome, @Nullable String detail) {
        return new Item(endpoint.factory(), "private endpoint", endpoint.name(), outcome, detail);
    }
}
