package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Reference;
import io.terralake.factory.pipeline.PipelineJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a Synapse workspace has and a factory does not: its own pools, and notebooks and jobs that are not reached by a linked
 * service.
 *
 * @see <a href="https://learn.microsoft.com/azure/synapse-analytics/data-integration/concepts-data-factory-differences">Data
 *     integration in Synapse and in Data Factory</a>
 */
final class SynapseOnly {
    private static final Set<String> TYPES =
            Set.of("SqlPoolStoredProcedure", "SqlPoolTable", "SqlPoolSource", "SqlPoolSink");
    private static final Set<String> BY_LINKED_SERVICE = Set.of("SynapseNotebook", "SparkJob");
    private static final String SAID = "belongs to Synapse only";

    private SynapseOnly() {}

    /** Notes it; what is kept is returned. */
    static List<Artifact> check(List<Artifact> artifacts, ReadOptions options, List<Finding> findings) {
        boolean leaveOut = Objects.requireNonNull(options.withoutSynapse());
        Set<String> left = new HashSet<>();
        for (Artifact artifact : artifacts) {
            place(artifact).ifPresent(pointer -> {
                Findings at = artifact.findings(findings);
                if (leaveOut) {
                    left.add(artifact.key());
                    at.warning(
                            pointer,
                            SAID
                                    + ": the %s is left out"
                                            .formatted(artifact.kind().label()));
                } else {
                    at.error(pointer, SAID + ": a linked service can reach a workspace, or leave it out");
                }
            });
        }
        return left.isEmpty() ? artifacts : without(artifacts, left, findings);
    }

    /** Leaves out what names what is left out, until nothing does. */
    private static List<Artifact> without(List<Artifact> artifacts, Set<String> left, List<Finding> findings) {
        boolean more = true;
        while (more) {
            more = false;
            for (Artifact artifact : artifacts) {
                Optional<Reference> broken = left.contains(artifact.key())
                        ? Optional.empty()
                        : Reference.in(artifact.properties()).stream()
                                .filter(reference -> reference
                                        .kind()
                                        .artifact()
                                        .filter(kind -> left.contains(Artifact.key(kind, reference.name())))
                                        .isPresent())
                                .findFirst();
                if (broken.isPresent()) {
                    left.add(artifact.key());
                    more = true;
                    artifact.findings(findings)
                            .warning(
                                    broken.get().pointer() + "/referenceName",
                                    "names what is left out: the %s is left out too"
                                            .formatted(artifact.kind().label()));
                }
            }
        }
        List<Artifact> kept = new ArrayList<>(artifacts);
        kept.removeIf(artifact -> left.contains(artifact.key()));
        return kept;
    }

    /** The first place in an artifact that belongs to Synapse only. */
    private static Optional<String> place(Artifact artifact) {
        if (TYPES.contains(artifact.properties().path("type").asText())) {
            return Optional.of("/type");
        }
        if (artifact.kind() != ArtifactKind.PIPELINE) {
            return Optional.empty();
        }
        List<String> places = new ArrayList<>();
        PipelineJson.visit(
                artifact.properties(),
                (pointer, activity) -> place(pointer, activity).ifPresent(places::add));
        return places.stream().findFirst();
    }

    private static Optional<String> place(String pointer, ObjectNode activity) {
        String type = activity.path("type").asText();
        if (TYPES.contains(type)
                || BY_LINKED_SERVICE.contains(type)
                        && !activity.path("linkedServiceName").isObject()) {
            return Optional.of(pointer + "/type");
        }
        for (String end : List.of("source", "sink")) {
            JsonNode of = activity.path("typeProperties").path(end);
            if (TYPES.contains(of.path("type").asText())) {
                return Optional.of("%s/typeProperties/%s/type".formatted(pointer, end));
            }
        }
        return Optional.empty();
    }
}
