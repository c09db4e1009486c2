package io.terralake.deployhook.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.deployhook.arm.Arm;
import io.terralake.deployhook.arm.ArmException;
import io.terralake.deployhook.datasets.RegistrationRequest.Dataset;
import io.terralake.deployhook.datasets.RegistrationRequest.Workspace;
import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        Optional<JsonNode> container = arm.get(id, Datastores.API_VERSION);
        Optional<String> latest = container
                .map(properties -> properties.path("latestVersion").asText(""))
                .filter(version -> !version.isEmpty());
        if (latest.isPresent() && !options.newVersion()) {
            Optional<JsonNode> version = arm.get("%s/versions/%s".formatted(id, latest.get()), Datastores.API_VERSION);
            if (version.isPresent() && isEqual(version.get(), dataset)) {
                return item(workspace, dataset, Outcome.UNCHANGED, latest.get());
            }
        }
        String next = container
                .map(properties -> properties.path("nextVersion").asText(""))
                .filter(version -> !version.isEmpty())
                .orElse("1");
        if (!options.dryRun()) {
            arm.put("%s/versions/%s".formatted(id, next), Datastores.API_VERSION, properties(dataset));
        }
        return item(workspace, dataset, latest.isPresent() ? Outcome.NEW_VERSION : Outcome.CREATED, next);
    }

    private static Item item(Workspace workspace, Dataset dataset, Outcome outcome, String version) {
        return new Item(workspace.name(), "dataset", dataset.name(), outcome, "version " + version);
    }

    private static boolean isEqual(JsonNode version, Dataset dataset) {
        Matcher uri = URI.matcher(version.path("dataUri").asText());
        return version.path("dataType").asText().equals(dataset.type().azureName())
                && uri.matches()
                && uri.group(1).equals(dataset.datastore())
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
