package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.arm.DataPlane;
import io.terralake.emulator.arm.Rights;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.state.Store;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the identity of a storage credential gets at an external location, which the service tries unless it is told not to.
 *
 * @see <a href="https://docs.databricks.com/api/azure/workspace/externallocations/create">Create an external location</a>
 */
record LocationAccess(Objects objects, Store store, Rights rights) {

    Optional<Reply> refused(JsonNode location) {
        String url = location.path("url").asText();
        if (location.path("skip_validation").asBoolean()) {
            return Optional.empty();
        }
        return DataPlane.of(url, store)
                .map(account -> "%s/blobServices/default/containers/%s"
                        .formatted(account.path(), URI.create(url).getUserInfo()))
                .flatMap(
                        container -> identities(location.path("credential_name").asText())
                                .flatMap(identity -> rights.tooYoungOf(identity, container).stream())
                                .findFirst())
                .map(wrong -> Objects.error(403, "PERMISSION_DENIED", "Failed to access %s: %s".formatted(url, wrong)));
    }

    /** The access connector of a credential, or the identity that it is told to take. */
    private Stream<String> identities(String credential) {
        return objects.get("storage-credential", credential).stream()
                .map(each -> each.path("azure_managed_identity"))
                .map(identity -> identity.path("managed_identity_id")
                        .asText(identity.path("access_connector_id").asText()));
    }
}
