package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.util.Locale;

/** A role assignment knows what it is for, and since when. */
final class RoleAssignments implements Behaviour {
    static final String TYPE = "microsoft.authorization/roleassignments";

    @Override
    public String says() {
        return "A role assignment says what it is for, and since when.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).equals(TYPE);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        String created = Arm.at(store, id.key())
                .at("/properties/createdOn")
                .asText(Instant.now().toString());
        resource.withObject("/properties").put("scope", scope(id)).put("createdOn", created);
    }

    /** What an id of an assignment, or a lock, is for. */
    static String scope(ResourceId id) {
        String scope = id.path().substring(0, id.key().lastIndexOf("/providers/microsoft.authorization"));
        return scope.isEmpty() ? "/" : scope;
    }
}
