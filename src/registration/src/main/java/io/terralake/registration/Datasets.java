package io.terralake.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.registration.RegistrationRequest.Dataset;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.Versions.Version;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Datasets of workspaces. A version never changes; a dataset whose path or type changed gets the next one. */
final class Datasets {
    /** Azure ML answers with the workspace's whole id before this part. */
    private static final Pattern URI = Pattern.compile("azureml://(?:.*/)?datastores/([^/]+)/paths/(.*)");

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
                return registerOnce(workspace, dataset, attempt > 1);
            } catch (ArmException e) {
                // Somebody else took the version: look again which is next.
                if (!e.isConflict() || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Item registerOnce(Workspace workspace, Dataset dataset, boolean again) {
        String id = "%s/data/%s".formatted(workspace.id(), dataset.name());
        Versions versions = new Versions(arm, id);
        if (!options.newVersion()) {
            Optional<Version> same = versions.newest().filter(version -> isEqual(version, dataset));
            if (same.isEmpty() && !again && !versions.isListed()) {
                return put(workspace, dataset, id, Versions.FIRST, Outcome.CREATED);
            }
            same = same.or(() -> versions.unlisted().filter(version -> isEqual(version, dataset)));
            if (same.isPresent()) {
                return item(workspace, dataset, outcome(same.get()), same.get().name());
            }
        }
        Outcome outcome = versions.areThere() ? Outcome.NEW_VERSION : Outcome.CREATED;
        return put(workspace, dataset, id, versions.next(), outcome);
    }

    /** A version of this very run was made before the run was killed: it is not one that was there. */
    private Outcome outcome(Version version) {
        if (!version.properties().at("/tags/timestamp").asText().equals(now.toString())) {
            return Outcome.UNCHANGED;
        }
        return version.name().equals(Versions.FIRST) ? Outcome.CREATED : Outcome.NEW_VERSION;
    }

    private Item put(Workspace workspace, Dataset dataset, String id, String version, Outcome outcome) {
        if (!options.dryRun()) {
            put("%s/versions/%s".formatted(id, version), properties(dataset));
        }
        return item(workspace, dataset, outcome, version);
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

    private static boolean isEqual(Version version, Dataset dataset) {
        Matcher uri = URI.matcher(version.properties().path("dataUri").asText());
        return version.properties()
                        .path("dataType")
                        .asText()
                        .equals(dataset.type().azureName())
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
