package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What role assignments are worth. Rights that nobody assigned here are not looked at: they may come from outside of the configuration. One that
 * was assigned a moment ago does not work yet.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected">Role
 *     assignment changes are not being detected</a>
 */
public final class Rights {
    private final Store store;
    private final Duration propagation;

    /** @param propagation how long a role takes until it works */
    public Rights(Store store, Duration propagation) {
        this.store = store;
        this.propagation = propagation;
    }

    /** What an identity at a resource is called by role assignments: of itself, or, of a user-assigned one, its own id. */
    static String principal(String resource) {
        return Guids.of(resource, "principal");
    }

    /**
     * What is wrong with the rights of a principal on something; empty when it has an older one there, or none at all.
     *
     * @param target the id of a resource
     */
    public Optional<String> tooYoung(String principal, String target) {
        List<ObjectNode> assigned = store.all(Space.RESOURCES).stream()
                .filter(each ->
                        each.path("type").asText().toLowerCase(Locale.ROOT).equals(RoleAssignments.TYPE))
                .filter(each -> each.at("/properties/principalId").asText().equalsIgnoreCase(principal))
                .filter(each -> covers(each.at("/properties/scope").asText(), target))
                .toList();
        if (assigned.isEmpty() || !assigned.stream().allMatch(this::isYoung)) {
            return Optional.empty();
        }
        return Optional.of(
                "The client with object id '%s' does not have authorization over scope '%s' yet, a role was assigned there just now. If"
                                .formatted(principal, target)
                        + " access was recently granted, please refresh your credentials.");
    }

    /** The same of an identity of a resource. */
    public Optional<String> tooYoungOf(String resource, String target) {
        return tooYoung(principal(resource), target);
    }

    /** The same of who deploys. */
    public Optional<String> deployersTooYoung(String target) {
        return tooYoung(Guids.PRINCIPAL, target);
    }

    private boolean isYoung(JsonNode assignment) {
        return Instant.parse(assignment.at("/properties/createdOn").asText())
                .plus(propagation)
                .isAfter(Instant.now());
    }

    /** A right at a part counts too: what is asked for may be just that part. */
    private static boolean covers(String scope, String target) {
        String given = scope.toLowerCase(Locale.ROOT).replaceFirst("/$", "") + "/";
        String wanted = target.toLowerCase(Locale.ROOT) + "/";
        return wanted.startsWith(given) || given.startsWith(wanted);
    }
}
