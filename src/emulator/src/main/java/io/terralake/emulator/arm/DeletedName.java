package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * The name of a vault, or of an API Management service, that was deleted and not purged.
 */
final class DeletedName implements Refusal {

    @Override
    public String code() {
        return "SoftDeleted";
    }

    @Override
    public String says() {
        return "a vault or an API Management service has the name of one that was deleted and neither recovered nor purged";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!request.method().equals("PUT")
                || store.has(Space.RESOURCES, id.key())
                || !(request.json() instanceof ObjectNode body)) {
            return Optional.empty();
        }
        boolean recovers = body.at("/properties/createMode").asText().equals("recover")
                || body.at("/properties/restore").asBoolean();
        return recovers
                ? Optional.empty()
                : DeletedServices.place(id, body)
                        .filter(place -> store.has(Space.DELETED, place))
                        .map(place -> Reply.error(
                                409,
                                "ConflictError",
                                "A service with the name '%s' exists in deleted state: recover it, or purge it."
                                        .formatted(id.name())));
    }
}
