package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a factory, read and checked, without Terraform and without Azure.
 *
 * @param artifacts what they have, each after what it names
 * @param findings what is wrong, by file
 */
public record FactoryFiles(List<Artifact> artifacts, List<Finding> findings) {
    private static final Source NOTHING = new Source(List.of(), Optional.empty());

    /**
     * Reads a factory's Git folder, or the ARM template that it was exported to.
     *
     * @param path the folder with {@code pipeline}, {@code dataset} and the like, a folder with a template, or a template
     */
    public static FactoryFiles read(Path path, ReadOptions options) {
        List<Finding> findings = new ArrayList<>();
        Source source = source(path, options, findings);
        if (source.artifacts().isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(path.toString(), "", "", "there is nothing of a factory in it", false));
        }
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
        List<Path> templates =
                Files.isDirectory(path) ? Template.in(path, findings) : Files.exists(path) ? List.of(path) : List.of();
        if (templates.size() == 1) {
            Path template = templates.get(0);
            String name = String.valueOf(template.getFileName());
            Optional<ObjectNode> json = JsonFiles.read(template, name, findings);
            if (json.isEmpty()) {
                return NOTHING;
            }
            if (Template.is(json.get())) {
                return Template.read(name, json.get(), options, findings);
            }
        }
        String why = templates.size() > 1
                ? "has more than one template: name one of "
                        + templates.stream().map(Path::getFileName).toList()
                : "is no factory: it has neither folders such as pipeline, dataset and linkedService, nor an ARM template with resources";
        findings.add(new Finding(
                path.toString(), "", "", Files.exists(path) ? why : "there is no such file or folder", false));
        return NOTHING;
    }
}
