package io.terralake.factory.content;

import io.terralake.azure.NamingRule;
import io.terralake.factory.json.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a factory would refuse, or fail at, of what files have. */
final class ContentChecks {
    private final Map<String, Artifact> known = new HashMap<>();
    private final Optional<Set<String>> globalParameters;
    private final ReadOptions options;
    private final List<Finding> findings;

    private ContentChecks(Optional<Set<String>> globalParameters, ReadOptions options, List<Finding> findings) {
        this.globalParameters = globalParameters;
        this.options = options;
        this.findings = findings;
    }

    /** @param ofFiles the names of the global parameters, as far as the files say */
    static void check(
            List<Artifact> artifacts, Optional<Set<String>> ofFiles, ReadOptions options, List<Finding> findings) {
        Optional<Set<String>> ofFactory = Objects.requireNonNull(options.globalParameters());
        ContentChecks checks = new ContentChecks(ofFactory.isPresent() ? ofFactory : ofFiles, options, findings);
        artifacts.forEach(checks::checkName);
        ReferenceChecks references = new ReferenceChecks(checks.known, options, findings);
        for (Artifact artifact : artifacts) {
            ArtifactChecks.check(
                    artifact, checks.globalParameters, Objects.requireNonNull(options.allowKeys()), findings);
            references.check(artifact);
        }
    }

    private void checkName(Artifact artifact) {
        String properties = "/properties";
        String resource = artifact.pointer().substring(0, artifact.pointer().length() - properties.length());
        if (artifact.name().contains(TemplateValues.UNKNOWN)) {
            return;
        }
        Artifact other = known.putIfAbsent(artifact.key(), artifact);
        if (other != null) {
            note(
                    artifact,
                    resource,
                    "the name is taken by %s%s: names are unique in a factory, whatever their case"
                            .formatted(
                                    other.file(), other.file().equals(artifact.file()) ? "#" + other.pointer() : ""));
        } else if (Objects.requireNonNull(options.existing()).has(artifact.kind(), artifact.name())
                == Existing.Answer.YES) {
            note(
                    artifact,
                    resource,
                    "the factory has a %s of this name already"
                            .formatted(artifact.kind().label()));
        }
        Optional<String> wrong = problem(artifact.kind().rule(), artifact.name());
        wrong.ifPresent(message -> findings.add(new Finding(
                artifact.file(),
                resource + "/name",
                "",
                message,
                problem(artifact.kind().accepted(), artifact.name()).isEmpty())));
    }

    private static Optional<String> problem(NamingRule rule, String name) {
        try {
            rule.check(name);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void note(Artifact artifact, String resource, String message) {
        findings.add(
                new Finding(artifact.file(), resource + "/name", "\"%s\"".formatted(artifact.name()), message, false));
    }
}
