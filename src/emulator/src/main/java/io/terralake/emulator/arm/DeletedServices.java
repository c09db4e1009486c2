package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was deleted softly: it can be asked for, recovered and purged at its location.
 *
 * @see <a href="https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview">Key Vault soft-delete overview</a>
 * @see <a href="https://learn.microsoft.com/azure/api-management/soft-delete">API Management soft-delete</a>
 */
final class DeletedServices implements Behaviour {
    private static final Map<String, String> PLACES = Map.of(
            "microsoft.apimanagement/service", "deletedservices",
            "microsoft.keyvault/vaults", "deletedvaults");

    @Override
    public String says() {
        return "Vaults and API Management services that were deleted can be listed, recovered and purged.";
    }

    @Override
    public boolean isFor(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return PLACES.containsKey(lower)
                || PLACES.values().stream().anyMatch(place -> lower.endsWith("/locations/" + place));
    }

    /** Where a deleted service of a name is asked for; empty for types that are gone when they are deleted. */
    static Optional<String> place(ResourceId id, ObjectNode resource) {
        String type = id.type().toLowerCase(Locale.ROOT);
        String location = resource.path("location").asText().replace(" ", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(PLACES.get(type))
                .map(place -> "%s/providers/%s/locations/%s/%s/%s"
                        .formatted(id.subscription(), type.split("/")[0], location, place, id.name())
                        .toLowerCase(Locale.ROOT));
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        // Recovered.
        place(id, resource).ifPresent(place -> store.remove(Space.DELETED, place));
    }

    @Override
    public void deleted(ResourceId id, ObjectNode resource, Store store) {
        place(id, resource).ifPresent(place -> {
            ObjectNode left = JsonNodeFactory.instance.objectNode();
            left.put("id", place).put("name", id.name());
            left.withObject("/properties")
                    .put("vaultId", id.path())
                    .put("serviceId", id.path())
                    .put("location", resource.path("location").asText())
                    .put("deletionDate", "2026-01-01T00:00:00Z")
                    .put(
                            "purgeProtectionEnabled",
                            resource.at("/properties/enablePurgeProtection").asBoolean());
            store.put(Space.DELETED, place, left);
        });
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (PLACES.containsKey(id.type().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean purge = request.method().equals("POST") && id.name().equalsIgnoreCase("purge");
        String place = (purge ? id.above() : id).key();
        Optional<ObjectNode> left = store.get(Space.DELETED, place);
        if (left.isEmpty()) {
            return PLACES.values().stream().anyMatch(each -> id.key().contains("/" + each + "/"))
                    ? Optional.of(Arm.notFound(id))
                    : Optional.empty();
        }
        if (purge || request.method().equals("DELETE")) {
            if (left.get().at("/properties/purgeProtectionEnabled").asBoolean()) {
                return Optional.of(Reply.error(
                        409, "DeletedVaultPurge", "Purge is not allowed: the vault has purge protection enabled."));
            }
            store.remove(Space.DELETED, place);
            return Optional.of(Reply.empty(purge ? 200 : 204));
        }
        return Optional.of(Reply.json(200, left.get()));
    }
}
