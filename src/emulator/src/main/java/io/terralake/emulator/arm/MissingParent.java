package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of something that is not there.
 */
final class MissingParent implements Refusal {
    /** The parts of the id of a resource in a group, with the empty one at its start. */
    static final int IN_GROUP = 9;

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
        return "a resource is put below one that is not there, or a list is asked of one";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-parent-resource";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        boolean write = request.method().equals("PUT");
        boolean list = request.method().equals("GET") && !id.isResource();
        // Rights may be given for what is not there yet.
        if (id.type().toLowerCase(Locale.ROOT).equals(RoleAssignments.TYPE) || !write && !list) {
            return Optional.empty();
        }
        return (write ? needed(id) : ofGroup(id))
                .filter(parent -> parent.isResource() && !singletons.exists(parent))
                .map(parent -> Reply.error(
                        404,
                        code(),
                        "Failed to perform '%s' on resource(s) of type '%s', because the parent resource '%s' could not be found."
                                .formatted(write ? "write" : "read", id.type(), parent.path())));
    }

    /** The resource of a group that a list is below; parts of it may be there that are not known here. */
    private static Optional<ResourceId> ofGroup(ResourceId id) {
        List<String> parts = List.of(id.path().split("/"));
        return id.group()
                .filter(group -> parts.size() > IN_GROUP)
                .map(group -> new ResourceId(String.join("/", parts.subList(0, IN_GROUP))));
    }

    /** What must be there first: the nearest that is not made with the resource itself. */
    private Optional<ResourceId> needed(ResourceId id) {
        return id.parent().flatMap(parent -> types.of(parent.type()).implied() ? needed(parent) : Optional.of(parent));
    }
}
