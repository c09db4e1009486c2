package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * A name that its type does not take.
 */
final class IllegalName implements Refusal {
    private final ResourceTypes types;

    IllegalName(ResourceTypes types) {
        this.types = types;
    }

    @Override
    public String code() {
        return "InvalidResourceName";
    }

    @Override
    public String says() {
        return "a name is too long, or has characters that its type does not take; the codes differ by service";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        String names = types.of(id.type()).names();
        return !request.method().equals("PUT") || names == null || id.name().matches(names)
                ? Optional.empty()
                : Optional.of(Reply.error(
                        400,
                        code(),
                        "The name '%s' is not valid for %s: it must match %s.".formatted(id.name(), id.type(), names)));
    }
}
