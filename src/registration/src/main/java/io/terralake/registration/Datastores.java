package io.terralake.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.registration.RegistrationRequest.Datastore;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Datastores of a workspace: filesystems that are reached by identity. */
final class Datastores {
    static final String API_VERSION = "2025-06-01";

    /** What makes two datastores equal. */
    private static final List<String> COMPARED =
            List.of("datastoreType", "accountName", "filesystem", "endpoint", "serviceDataAccessAuthIdentity");

    private final Arm arm;
    private final Workspace workspace;
    private final boolean dryRun;

    /** Those on the first page, by name: there are few. */
    private final Map<String, JsonNode> listed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Reads those of a workspace.
     *
     * @throws ArmException when there is no such workspace, ARM refuses or cannot be reached
     */
    Datastores(Arm arm, Workspace workspace, boolean dryRun) {
        this.arm = arm;
        this.workspace = workspace;
        this.dryRun = dryRun;
        arm.firstPage(workspace.id() + "/datastores", API_VERSION, Map.of())
                .orElseThrow(() -> new ArmException(404, "there is no workspace " + workspace.id()))
                .forEach(store -> listed.put(store.path("name").asText(), store.path("properties")));
    }

    Item register(Datastore datastore) {
        String id = "%s/datastores/%s".formatted(workspace.id(), datastore.name());
        ObjectNode wanted = properties(datastore);
        Optional<JsonNode> found =
                Optional.ofNullable(listed.get(datastore.name())).or(() -> arm.get(id, API_VERSION));
        if (found.isPresent() && isEqual(found.get(), wanted)) {
            return new Item(workspace.name(), "datastore", datastore.name(), Outcome.UNCHANGED, null);
        }
        if (!dryRun) {
            arm.put(id, API_VERSION, wanted);
        }
        return found.isEmpty()
                ? new Item(workspace.name(), "datastore", datastore.name(), Outcome.CREATED, null)
                : new Item(
                        workspace.name(),
                        "datastore",
                        datastore.name(),
                        Outcome.UPDATED,
                        "was %s/%s"
                                .formatted(
                                        found.get().path("accountName").asText(),
                                        found.get().path("filesystem").asText()));
    }

    private static boolean isEqual(JsonNode found, JsonNode wanted) {
        return COMPARED.stream()
                        .allMatch(field -> found.path(field)
                                .asText()
                                .equalsIgnoreCase(wanted.path(field).asText()))
                && found.at("/credentials/credentialsType").asText("None").equals("None");
    }

    private static ObjectNode properties(Datastore datastore) {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("datastoreType", "AzureDataLakeGen2")
                .put("accountName", datastore.account())
                .put("filesystem", datastore.filesystem())
                .put("endpoint", "core.windows.net")
                .put("protocol", "https")
                .put("serviceDataAccessAuthIdentity", "WorkspaceSystemAssignedIdentity");
        properties.putObject("credentials").put("credentialsType", "None");
        return properties;
    }
}
