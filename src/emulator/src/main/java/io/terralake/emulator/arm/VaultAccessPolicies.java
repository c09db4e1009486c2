package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The access policies of a vault can be changed without the vault.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update-access-policy">Vaults - Update Access Policy</a>
 */
final class VaultAccessPolicies implements Behaviour {
    @Override
    public String says() {
        return "Access policies are added to a vault, replaced and removed by themselves.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.KeyVault/vaults/accessPolicies");
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        String kind = id.name().toLowerCase(Locale.ROOT);
        if (!request.method().equals("PUT")
                || !List.of("add", "remove", "replace").contains(kind)) {
            return Optional.empty();
        }
        ResourceId vault = id.above().above();
        return Optional.of(store.get(Space.RESOURCES, vault.key())
                .map(there -> change(request.json(), kind, vault, there.deepCopy(), store))
                .orElseGet(() -> Arm.notFound(vault)));
    }

    private static Reply change(JsonNode body, String kind, ResourceId id, ObjectNode vault, Store store) {
        ArrayNode policies = JsonNodeFactory.instance.arrayNode();
        JsonNode given = body.at("/properties/accessPolicies");
        for (JsonNode policy : vault.at("/properties/accessPolicies")) {
            boolean named = false;
            for (JsonNode each : given) {
                named |= isSame(each, policy);
            }
            if (!named) {
                policies.add(policy);
            }
        }
        if (!kind.equals("remove")) {
            given.forEach(policies::add);
        }
        Shape.object(vault, "/properties").set("accessPolicies", policies);
        store.put(Space.RESOURCES, id.key(), vault);
        return Reply.json(200, body);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("objectId")
                        .asText()
                        .equalsIgnoreCase(other.path("objectId").asText())
                && one.path("applicationId")
                        .asText()
                        .equalsIgnoreCase(other.path("applicationId").asText());
    }
}
