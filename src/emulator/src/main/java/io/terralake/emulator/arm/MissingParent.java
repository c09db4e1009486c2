package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of something that is not there.
 */
final class MissingParent implements Refusal {
    private final ResourceTypes types;
    private final Singletons singletons;

    MissingParent(ResourceTypes types, Singletons singletons) {
        this.types = types;
        this.singletons = singletons;
    }

    @Override
    public String code() {
        return "ParentResourceNotFound";
    }

    @Override
    public String says() {
        return "a resource is put below one that is not there";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-parent-resource";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        Optional<ResourceId> parent = needed(id);
        // Rights may be given for what is not there yet.
        if (id.type().toLowerCase(Locale.ROOT).equals(RoleAssignments.TYPE)
                || !request.method().equals("PUT")
                || parent.isEmpty()
                || !parent.get().isResource()
                || singletons.exists(parent.get())) {
            return Optional.empty();
        }
        return Optional.of(Reply.error(
                404,
                code(),
                "Failed to perform 'write' on resource(s) of type '%s', because the parent resource '%s' could not be found."
                        .formatted(id.type(), parent.get().path())));
    }

    /** What must be there first: the nearest that is not made with the resource itself. */
    private Optional<ResourceId> needed(ResourceId id) {
        return id.parent().flatMap(parent -> types.of(parent.type()).implied() ? needed(parent) : Optional.of(parent));
    }
}
