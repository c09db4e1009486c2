package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The managed identities of a resource. */
final class Identities {
    private Identities() {}

    static void assign(ResourceId id, ObjectNode resource) {
        if (!(resource.get("identity") instanceof ObjectNode identity)) {
            return;
        }
        if (identity.path("type").asText().equalsIgnoreCase("None")) {
            // A resource that has none does not say so.
            resource.remove("identity");
            return;
        }
        if (identity.path("type").asText().toLowerCase(Locale.ROOT).contains("systemassigned")) {
            identity.put("principalId", Rights.principal(id.key())).put("tenantId", Guids.TENANT);
        }
        if (identity.get("userAssignedIdentities") instanceof ObjectNode assigned) {
            List<String> ids = new ArrayList<>();
            assigned.fieldNames().forEachRemaining(ids::add);
            for (String each : ids) {
                assigned.set(each, ids(each));
            }
        }
    }

    /** Of a user-assigned identity. */
    private static ObjectNode ids(String identity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("principalId", Rights.principal(identity))
                .put("clientId", Guids.of(identity, "client"));
    }
}
