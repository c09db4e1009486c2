package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * An API of API Management is made as a revision, {@code cars;rev=1}; without one its name means the revision that is current.
 *
 * @see <a href="https://learn.microsoft.com/azure/api-management/api-management-revisions">Revisions in Azure API Management</a>
 */
final class ApiRevisions {
    private static final String TYPE = "Microsoft.ApiManagement/service/apis";

    private ApiRevisions() {}

    /** The current revision of what is asked for; empty for what is no API, or has none. */
    static Optional<ObjectNode> current(ResourceId id, Store store) {
        return id.type().equalsIgnoreCase(TYPE)
                ? store.below(Space.RESOURCES, id.key() + ";rev=").values().stream()
                        .filter(api -> api.at("/properties/isCurrent").asBoolean()
                                && api.path("type").asText().equalsIgnoreCase(TYPE))
                        .findFirst()
                : Optional.empty();
    }
}
