package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/**
 * A role that a principal has at a scope already.
 */
final class AssignedTwice implements Refusal {

    @Override
    public String code() {
        return "RoleAssignmentExists";
    }

    @Override
    public String says() {
        return "a role is assigned to a principal that has it at the same scope";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!request.method().equals("PUT")
                || !id.type().toLowerCase(Locale.ROOT).equals(RoleAssignments.TYPE)
                || store.has(Space.RESOURCES, id.key())) {
            return Optional.empty();
        }
        JsonNode wanted = request.json().path("properties");
        String siblings = id.key().substring(0, id.key().lastIndexOf('/'));
        return store.children(Space.RESOURCES, siblings).stream()
                .map(other -> other.path("properties"))
                .filter(other -> same(other, wanted, "principalId") && same(other, wanted, "roleDefinitionId"))
                .findFirst()
                .map(other -> Reply.error(409, code(), "The role assignment already exists."));
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).asText().equalsIgnoreCase(other.path(field).asText());
    }
}
