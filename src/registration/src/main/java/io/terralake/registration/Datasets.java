package io.terralake.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.registration.RegistrationRequest.Dataset;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Datasets of workspaces. A version never changes; a dataset whose path or type changed gets the next one. */
final class Datasets {
    /** Azure ML answers with the workspace's whole id before this part. */
    private static final Pattern URI = Pattern.compile("azureml://(?:.*/)?datastores/([^/]+)/paths/(.*)");

    /**
     * The version that was made last, archived or not: its number says nothing, as people may choose one
     * ({@code DataVersions_List} of api-version 2025-06-01).
     */
    private static final Map<String, String> NEWEST =
            Map.of("$orderBy", "createdtime desc", "$top", "1", "listViewType", "All");

    private static final String FIRST = "1";
    private static final int TRIES = 5;

    private final Arm arm;
    private final Registration.Options options;
    private final Instant now;

    Datasets(Arm arm, Registration.Options options, Instant now) {
        this.arm = arm;
        this.options = options;
        this.now = now;
    }

    Item register(Workspace workspace, Dataset dataset) {
        for (int attempt = 1; ; attempt++) {
            try {
                return registerOnce(workspace, dataset);
            } catch (ArmException e) {
                // Somebody else took the version: look again which is next.
                if (!e.isConflict() || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Item registerOnce(Workspace workspace, Dataset dataset) {
        String id = "%s/data/%s".formatted(workspace.id(), dataset.name());
        if (options.newVersion()) {
            Optional<JsonNode> container = container(id);
            boolean known = text(container, "latestVersion").isPresent();
            return next(workspace, dataset, id, container, known ? Outcome.NEW_VERSION : Outcome.CREATED);
        }
        Optional<List<JsonNode>> newest = arm.firstPage(id + "/versions", Datastores.API_VERSION, NEWEST);
        if (newest.isEmpty()) {
            // A name that nobody took.
            return next(workspace, dataset, id, Optional.empty(), Outcome.CREATED);
        }
        return newest.get().stream()
                .filter(version -> isEqual(version.path("properties"), dataset))
                .findFirst()
                .map(version -> item(
                        workspace,
                        dataset,
                        outcome(version),
                        version.path("name").asText()))
                .orElseGet(() -> next(
                        workspace,
                        dataset,
                        id,
                        container(id),
                        newest.get().isEmpty() ? Outcome.CREATED : Outcome.NEW_VERSION));
    }

    /** A version of this very run was made before the run was killed: it is not one that was there. */
    private Outcome outcome(JsonNode version) {
        if (!version.at("/properties/tags/timestamp").asText().equals(now.toString())) {
            return Outcome.UNCHANGED;
        }
        return version.path("name").asText().equals(FIRST) ? Outcome.CREATED : Outcome.NEW_VERSION;
    }

    private Optional<JsonNode> container(String id) {
        return arm.get(id, Datastores.API_VERSION);
    }

    /** Azure ML counts: versions that people named otherwise are not in the way. */
    private Item next(Workspace workspace, Dataset dataset, String id, Optional<JsonNode> container, Outcome outcome) {
        String next = text(container, "nextVersion").orElse(FIRST);
        if (!options.dryRun()) {
            put("%s/versions/%s".formatted(id, next), properties(dataset));
        }
        return item(workspace, dataset, outcome, next);
    }

    private static Optional<String> text(Optional<JsonNode> container, String field) {
        return container.map(properties -> properties.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    /** The answer to a first try may be lost, and the next try finds the version there: it is ours when it says all we said. */
    private void put(String version, ObjectNode properties) {
        try {
            arm.put(version, Datastores.API_VERSION, properties);
        } catch (ArmException e) {
            if (!e.isDoubtful() || !isOurs(version, properties)) {
                throw e;
            }
        }
    }

    private boolean isOurs(String version, ObjectNode ours) {
        try {
            return arm.get(version, Datastores.API_VERSION)
                    .filter(found -> isSame(found, ours))
                    .isPresent();
        } catch (ArmException e) {
            return false;
        }
    }

    private static boolean isSame(JsonNode found, JsonNode ours) {
        Matcher theirs = URI.matcher(found.path("dataUri").asText());
        Matcher own = URI.matcher(ours.path("dataUri").asText());
        return theirs.matches()
                && own.matches()
                && theirs.group(1).equals(own.group(1))
                && theirs.group(2).equals(own.group(2))
                && Stream.of("dataType", "description")
                        .allMatch(field -> found.path(field).equals(ours.path(field)))
                && ours.path("tags").properties().stream()
                        .allMatch(tag -> found.path("tags").path(tag.getKey()).equals(tag.getValue()));
    }

    private static Item item(Workspace workspace, Dataset dataset, Outcome outcome, String version) {
        return new Item(workspace.name(), "dataset", dataset.name(), outcome, "version " + version);
    }

    private static boolean isEqual(JsonNode version, Dataset dataset) {
        Matcher uri = URI.matcher(version.path("dataUri").asText());
        return version.path("dataType").asText().equals(dataset.type().azureName())
                && uri.matches()
                && uri.group(1).equalsIgnoreCase(dataset.datastore())
                && uri.group(2).equals(dataset.path());
    }

    private ObjectNode properties(Dataset dataset) {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("dataType", dataset.type().azureName())
                .put("dataUri", "azureml://datastores/%s/paths/%s".formatted(dataset.datastore(), dataset.path()))
                .put("description", dataset.description().orElse("versioned data, timestamp: %s".formatted(now)))
                .put("isAnonymous", false);
        ObjectNode tags = properties.putObject("tags").put("timestamp", now.toString());
        dataset.tags().forEach(tags::put);
        return properties;
    }
}
