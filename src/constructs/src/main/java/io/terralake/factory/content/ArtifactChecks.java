package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.dataflow.DataFlowJson;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.KnownTypes;
import io.terralake.factory.json.OwnExpressions;
import io.terralake.factory.json.Secrets;
import io.terralake.factory.pipeline.PipelineJson;
import io.terralake.factory.trigger.TriggerJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be known wrong about an artifact by itself. */
final class ArtifactChecks {
    private ArtifactChecks() {}

    static void check(
            Artifact artifact, Optional<Set<String>> globalParameters, boolean allowKeys, List<Finding> findings) {
        Findings at = artifact.findings(findings);
        String type = artifact.properties().path("type").asText();
        if (artifact.kind() != ArtifactKind.PIPELINE && !type.contains(TemplateValues.UNKNOWN)) {
            if (type.isEmpty()) {
                at.error("/type", "a %s has a type".formatted(artifact.kind().label()));
            } else if (!KnownTypes.is(artifact.kind(), type)) {
                at.warning(
                        "/type",
                        "no known type of a %s: it is kept as it is"
                                .formatted(artifact.kind().label()));
            }
        }
        switch (artifact.kind()) {
            case PIPELINE -> checkPipeline(artifact, globalParameters, at);
            case DATASET, LINKED_SERVICE -> OwnExpressions.check(artifact.kind(), artifact.properties(), at);
            case DATA_FLOW -> DataFlowJson.check(artifact.properties(), at);
            case TRIGGER -> TriggerJson.check(artifact.properties(), at);
            case INTEGRATION_RUNTIME, CREDENTIAL -> {
                // They have secrets, and nothing else to check.
            }
        }
        switch (artifact.kind()) {
            case LINKED_SERVICE, INTEGRATION_RUNTIME, CREDENTIAL -> Secrets.check(artifact.properties(), allowKeys, at);
            case PIPELINE, TRIGGER, DATASET, DATA_FLOW -> Secrets.checkUser(artifact.properties(), allowKeys, at);
        }
    }

    private static void checkPipeline(Artifact artifact, Optional<Set<String>> globalParameters, Findings at) {
        PipelineJson.check(artifact.properties(), globalParameters, at);
        PipelineJson.visit(artifact.properties(), (pointer, activity) -> {
            String type = activity.path("type").asText();
            if (!KnownTypes.isActivity(type) && !type.contains(TemplateValues.UNKNOWN)) {
                at.warning(pointer + "/type", "no known type of an activity: it is kept as it is");
            }
        });
    }
}
