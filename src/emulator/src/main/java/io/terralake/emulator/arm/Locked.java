package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lock keeps from being deleted.
 */
final class Locked implements Refusal {
    static final String LOCKS = "microsoft.authorization/locks";

    @Override
    public String code() {
        return "ScopeLocked";
    }

    @Override
    public String says() {
        return "something is deleted that a lock at it, or above it, protects";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!request.method().equals("DELETE")
                || id.type().toLowerCase(Locale.ROOT).equals(LOCKS)) {
            return Optional.empty();
        }
        return store.below(Space.RESOURCES, "/").values().stream()
                .filter(each ->
                        each.path("type").asText().toLowerCase(Locale.ROOT).equals(LOCKS))
                .map(lock -> RoleAssignments.scope(
                                new ResourceId(lock.path("id").asText()))
                        .toLowerCase(Locale.ROOT))
                .filter(scope -> (id.key() + "/").startsWith(scope + "/") || (scope + "/").startsWith(id.key() + "/"))
                .findFirst()
                .map(scope -> Reply.error(
                        409,
                        code(),
                        "The scope '%s' cannot perform delete operation because following scope(s) are locked: '%s'. Please remove the lock and try again."
                                .formatted(id.path(), scope)));
    }
}
