package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a factory, read and checked, without Terraform and without Azure.
 *
 * @param artifacts what they have, each after what it names
 * @param findings what is wrong, by file
 */
public record FactoryFiles(List<Artifact> artifacts, List<Finding> findings) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a factory's Git folder, or the ARM template that it was exported to.
     *
     * @param path the folder with {@code pipeline}, {@code dataset} and the like, a folder with a template, or a template
     */
    public static FactoryFiles read(Path path, ReadOptions options) {
        List<Finding> findings = new ArrayList<>();
        Source source = source(path, options, findings);
        Replacements.apply(Objects.requireNonNull(options.replacements()), source.artifacts(), findings);
        Set<String> standIns = Objects.requireNonNull(options.standIns());
        List<Artifact> own = source.artifacts().stream()
                .filter(artifact -> !standIns.contains(artifact.key()))
                .toList();
        List<Artifact> kept = SynapseOnly.check(own, options, findings);
        ContentChecks.check(kept, source.globalParameters(), options, findings);
        return new FactoryFiles(Order.of(kept, findings), List.copyOf(findings));
    }

    /** Whether nothing was found but warnings. */
    public boolean isAccepted() {
        return findings.stream().allMatch(Finding::warning);
    }

    /** How many artifacts there are of a kind. */
    public long count(ArtifactKind kind) {
        return artifacts.stream().filter(artifact -> artifact.kind() == kind).count();
    }

    private static Source source(Path path, ReadOptions options, List<Finding> findings) {
        if (Files.isDirectory(path) && GitFolder.is(path)) {
            if (!Objects.requireNonNull(options.parameters()).isEmpty()) {
                findings.add(new Finding(
                        path.toString(), "", "", "parameters are those of a template, a Git folder has none", false));
            }
            return GitFolder.read(path, findings);
        }
        Optional<Path> template = Files.isDirectory(path)
                ? Template.in(path)
                : Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        if (template.isPresent()) {
            String name = template.get().getFileName().toString();
            Optional<ObjectNode> json = JsonFiles.read(template.get(), name, findings);
            if (json.filter(Template::is).isPresent()) {
                return Template.read(
                        name,
                        json.get(),
                        given(Objects.requireNonNull(options.parameters())),
                        Objects.requireNonNull(options.replacements()),
                        findings);
            }
            if (json.isEmpty()) {
                return new Source(List.of(), Optional.empty());
            }
        }
        findings.add(new Finding(
                path.toString(),
                "",
                "",
                "is no factory: it has neither folders such as pipeline, dataset and linkedService, nor an ARM template with resources",
                false));
        return new Source(List.of(), Optional.empty());
    }

    private static Map<String, JsonNode> given(Map<String, Object> parameters) {
        Map<String, JsonNode> given = new TreeMap<>();
        parameters.forEach((name, value) -> given.put(name, JSON.valueToTree(value)));
        return given;
    }
}
