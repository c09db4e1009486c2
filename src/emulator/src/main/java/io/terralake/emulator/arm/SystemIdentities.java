package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * The identity of a resource, by the resource's own id.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/managedidentity/system-assigned-identities/get-by-scope">System Assigned Identities</a>
 */
final class SystemIdentities implements Behaviour {
    private static final String TYPE = "Microsoft.ManagedIdentity/identities";

    @Override
    public String says() {
        return "A resource's own identity can be asked for by the resource's id.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase(TYPE);
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("GET") || !isFor(id.type()) || !id.isResource()) {
            return Optional.empty();
        }
        return Optional.of(id.parent()
                .flatMap(of -> store.get(Space.RESOURCES, of.key()))
                .filter(resource -> id.name().equals("default")
                        && resource.at("/identity/principalId").isTextual())
                .map(resource -> Reply.json(200, identity(id, resource)))
                .orElseGet(() -> Arm.notFound(id)));
    }

    private static ObjectNode identity(ResourceId id, ObjectNode resource) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        identity.put("id", id.path()).put("name", id.name()).put("type", TYPE);
        String principal = resource.at("/identity/principalId").asText();
        identity.putObject("properties")
                .put("tenantId", Guids.TENANT)
                .put("principalId", principal)
                .put("clientId", Guids.of(principal, "client"));
        return identity;
    }
}
