package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * A name that is given once in all of Azure, twice.
 */
final class TakenName implements Refusal {
    private final ResourceTypes types;

    TakenName(ResourceTypes types) {
        this.types = types;
    }

    @Override
    public String code() {
        return "NameNotAvailable";
    }

    @Override
    public String says() {
        return "a name that is given once in all of Azure is taken; the codes differ by service";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!request.method().equals("PUT") || !types.of(id.type()).global() || store.has(Space.RESOURCES, id.key())) {
            return Optional.empty();
        }
        return store.all(Space.RESOURCES).stream()
                .filter(other -> other.path("type").asText().equalsIgnoreCase(id.type())
                        && other.path("name").asText().equalsIgnoreCase(id.name()))
                .findFirst()
                .map(other -> Reply.error(
                        409,
                        code(),
                        "The name '%s' is already taken by %s."
                                .formatted(id.name(), other.path("id").asText())));
    }
}
