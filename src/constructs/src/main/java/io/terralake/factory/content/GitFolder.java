package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that a factory keeps in Git: one folder for each kind, one file for each artifact.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/source-control">Source control in Azure Data Factory</a>
 */
final class GitFolder {
    private static final String FACTORY = "factory";

    /** What a Synapse workspace keeps beside them. */
    private static final List<String> OF_SYNAPSE =
            List.of("bigDataPool", "database", "kqlscript", "notebook", "sparkJobDefinition", "sqlPool", "sqlscript");

    private GitFolder() {}

    static boolean is(Path folder) {
        return Stream.of(ArtifactFolder.values()).anyMatch(kind -> Files.isDirectory(folder.resolve(kind.folder())));
    }

    static Source read(Path folder, List<Finding> findings) {
        List<Artifact> artifacts = new ArrayList<>();
        for (ArtifactFolder kind : ArtifactFolder.values()) {
            for (Path file : files(folder.resolve(kind.folder()))) {
                String name = kind.folder() + "/" + file.getFileName();
                JsonFiles.read(file, name, findings)
                        .flatMap(json -> artifact(kind, name, json, findings))
                        .ifPresent(artifacts::add);
            }
        }
        for (String other : OF_SYNAPSE) {
            if (!files(folder.resolve(other)).isEmpty()) {
                findings.add(new Finding(other, "", "", "belongs to Synapse only, and is left out", true));
            }
        }
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
        List<Path> files = files(folder.resolve(FACTORY));
        for (Path file : files) {
            JsonFiles.read(file, FACTORY + "/" + file.getFileName(), findings)
                    .map(json -> json.at("/properties/globalParameters"))
                    .map(JsonNode::properties)
                    .ifPresent(all -> all.forEach(parameter -> names.add(parameter.getKey())));
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
