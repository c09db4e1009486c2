package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.DataFlowJson;
import io.terralake.factory.json.Declarations;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Reference;
import io.terralake.factory.pipeline.JsonArguments;
import io.terralake.factory.pipeline.PipelineJson;
import io.terralake.factory.trigger.TriggerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether what artifacts name is there, and gets what it needs. */
final class ReferenceChecks {
    private final Map<String, Artifact> known;
    private final ReadOptions options;
    private final List<Finding> findings;

    /** @param known the artifacts of the files, by key */
    ReferenceChecks(Map<String, Artifact> known, ReadOptions options, List<Finding> findings) {
        this.known = known;
        this.options = options;
        this.findings = findings;
    }

    void check(Artifact artifact) {
        Findings at = artifact.findings(findings);
        for (Reference reference : Reference.in(artifact.properties())) {
            reference.kind().artifact().ifPresent(kind -> check(kind, reference, at));
            // The activity that runs a data flow gives what the datasets of it need.
            if (artifact.kind() != ArtifactKind.DATA_FLOW) {
                checkArguments(reference, at);
            }
        }
        if (artifact.kind() == ArtifactKind.PIPELINE) {
            PipelineJson.visit(artifact.properties(), (pointer, activity) -> checkActivity(pointer, activity, at));
        }
        if (artifact.kind() == ArtifactKind.TRIGGER) {
            TriggerJson.runs(artifact.properties())
                    .forEach((pointer, run) -> checkArguments(
                            ArtifactKind.PIPELINE,
                            run.at("/pipelineReference/referenceName").asText(),
                            pointer + "/parameters",
                            run.path("parameters"),
                            at));
        }
    }

    private void check(ArtifactKind kind, Reference reference, Findings at) {
        String name = reference.name();
        String place = reference.pointer() + "/referenceName";
        Artifact target = known.get(Artifact.key(kind, name));
        if (target != null) {
            if (!target.name().equals(name)) {
                at.warning(place, "the %s is spelled \"%s\"".formatted(kind.label(), target.name()));
            }
            return;
        }
        switch (name.contains(TemplateValues.UNKNOWN) ? Existing.Answer.YES : options.has(kind, name)) {
            case NO -> at.error(place, "there is no %s \"%s\"%s".formatted(kind.label(), name, nearest(kind, name)));
            case PERHAPS ->
                at.warning(place, "the %s is not in the files: the factory must have it".formatted(kind.label()));
            case YES -> {
                // Its parameters are its own matter.
            }
        }
    }

    private void checkArguments(Reference reference, Findings at) {
        reference
                .kind()
                .artifact()
                .filter(kind -> kind == ArtifactKind.DATASET || kind == ArtifactKind.LINKED_SERVICE)
                .ifPresent(kind -> checkArguments(
                        kind,
                        reference.name(),
                        reference.pointer() + "/parameters",
                        reference.json().path("parameters"),
                        at));
    }

    private void checkActivity(String pointer, JsonNode activity, Findings at) {
        JsonNode properties = activity.path("typeProperties");
        String inside = pointer + "/typeProperties";
        if (activity.path("type").asText().equals("ExecutePipeline")) {
            checkArguments(
                    ArtifactKind.PIPELINE,
                    properties.at("/pipeline/referenceName").asText(),
                    inside + "/parameters",
                    properties.path("parameters"),
                    at);
        }
        // The service takes both spellings.
        for (String field : List.of("dataFlow", "dataflow")) {
            JsonNode reference = properties.path(field);
            if (reference.isObject()) {
                String place = "%s/%s".formatted(inside, field);
                checkDatasets(place, reference, at);
                checkArguments(
                        ArtifactKind.DATA_FLOW,
                        reference.path("referenceName").asText(),
                        place + "/parameters",
                        reference.path("parameters"),
                        at);
            }
        }
        FormatChecks.check(pointer, activity, name -> known.get(Artifact.key(ArtifactKind.DATASET, name)), at);
    }

    /** What datasets of a data flow need; those with parameters in the data flow itself have them. */
    private void checkDatasets(String pointer, JsonNode reference, Findings at) {
        Artifact flow = known.get(Artifact.key(
                ArtifactKind.DATA_FLOW, reference.path("referenceName").asText()));
        if (flow == null) {
            return;
        }
        DataFlowJson.datasets(flow.properties()).forEach((end, dataset) -> {
            if (!dataset.path("parameters").isObject()) {
                checkArguments(
                        ArtifactKind.DATASET,
                        dataset.path("referenceName").asText(),
                        "%s/datasetParameters/%s".formatted(pointer, Findings.escaped(end)),
                        reference.path("datasetParameters").path(end),
                        at);
            }
        });
    }

    private void checkArguments(ArtifactKind kind, String name, String pointer, JsonNode given, Findings at) {
        Artifact target = known.get(Artifact.key(kind, name));
        if (target != null) {
            String of = "%s \"%s\"".formatted(kind.label(), target.name());
            boolean allowKeys = Objects.requireNonNull(options.allowKeys());
            JsonArguments.check(of, declared(target), pointer, given, allowKeys, at);
        }
    }

    private static Map<String, Parameter> declared(Artifact target) {
        if (target.kind() != ArtifactKind.DATA_FLOW) {
            return Declarations.parameters(target.properties(), target.findings(new ArrayList<>()));
        }
        return DataFlowJson.parameters(target.properties());
    }

    private String nearest(ArtifactKind kind, String name) {
        List<String> names = known.values().stream()
                .filter(artifact -> artifact.kind() == kind)
                .map(Artifact::name)
                .toList();
        return Nearest.said(name, names);
    }
}
