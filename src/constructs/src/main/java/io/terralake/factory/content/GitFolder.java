package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that a factory keeps in Git: one folder for each kind, one file for each artifact.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/source-control">Source control in Azure Data Factory</a>
 */
final class GitFolder {
    private static final String FACTORY = "factory";

    private static final String OF_SYNAPSE = "belongs to Synapse only, and is left out";

    /** What else stands beside them, and why nothing is made of it. */
    private static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.of(
            "adfcdc", "change data capture is left out: a factory runs it without pipelines",
            "managedVirtualNetwork",
                    "is left out: a factory of this library has a managed network of its own, connectTo reaches services from it",
            "bigDataPool", OF_SYNAPSE,
            "database", OF_SYNAPSE,
            "kqlscript", OF_SYNAPSE,
            "notebook", OF_SYNAPSE,
            "sparkJobDefinition", OF_SYNAPSE,
            "sqlPool", OF_SYNAPSE,
            "sqlscript", OF_SYNAPSE));

    private GitFolder() {}

    static boolean is(Path folder) {
        return Stream.of(ArtifactFolder.values()).anyMatch(kind -> Files.isDirectory(folder.resolve(kind.folder())));
    }

    static Source read(Path folder, List<Finding> findings) {
        List<Artifact> artifacts = new ArrayList<>();
        for (ArtifactFolder kind : ArtifactFolder.values()) {
            for (Path file : files(folder, kind.folder(), findings)) {
                String name = kind.folder() + "/" + file.getFileName();
                JsonFiles.read(file, name, findings)
                        .flatMap(json -> artifact(kind, name, json, findings))
                        .ifPresent(artifacts::add);
            }
        }
        LEFT_OUT.forEach((other, why) -> {
            if (Files.isDirectory(folder.resolve(other))) {
                findings.add(new Finding(other, "", "", why, true));
            }
        });
        return new Source(artifacts, globalParameters(folder, findings));
    }

    private static Optional<Artifact> artifact(
            ArtifactFolder kind, String file, ObjectNode json, List<Finding> findings) {
        String name = json.path("name").asText(file.replaceFirst(".*/", "").replaceFirst("\\.json$", ""));
        if (json.path("properties") instanceof ObjectNode properties) {
            return Optional.of(new Artifact(kind.kind(), name, file, "/properties", properties));
        }
        new Findings(file, "", json, findings)
                .error(
                        "/properties",
                        "a %s has properties".formatted(kind.kind().label()));
        return Optional.empty();
    }

    /** Those of the factory's own file, where there is one. */
    private static Optional<Set<String>> globalParameters(Path folder, List<Finding> findings) {
        Set<String> names = new TreeSet<>();
        List<Path> files = files(folder, FACTORY, findings);
        for (Path file : files) {
            JsonFiles.read(file, FACTORY + "/" + file.getFileName(), findings)
                    .map(json -> json.at("/properties/globalParameters"))
                    .map(JsonNode::properties)
                    .ifPresent(all -> all.forEach(parameter -> names.add(parameter.getKey())));
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static List<Path> files(Path folder, String kind, List<Finding> findings) {
        return FolderFiles.in(folder.resolve(kind), folder, kind, findings);
    }
}
