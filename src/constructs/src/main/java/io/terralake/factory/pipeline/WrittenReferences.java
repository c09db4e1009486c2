package io.terralake.factory.pipeline;

import io.terralake.core.BrokenContractException;
import io.terralake.core.Tree;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Dataset;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.NamedArtifacts;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.IDataFlow;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** References that stand in an activity's JSON: whether what they name is in the factory, and gets what it needs. */
final class WrittenReferences {
    private final Construct pipeline;
    private final IDataFactory factory;
    private final List<Problem> problems = new ArrayList<>();

    private WrittenReferences(Construct pipeline, IDataFactory factory) {
        this.pipeline = pipeline;
        this.factory = factory;
    }

    /** The mistakes; what is not there yet is asked for when the stack is synthesized. */
    static List<Problem> problems(Construct pipeline, IDataFactory factory, List<Step> steps) {
        WrittenReferences references = new WrittenReferences(pipeline, factory);
        references.check(steps);
        return references.problems;
    }

    private void check(List<Step> steps) {
        for (Step step : steps) {
            step.branches().forEach(this::check);
            checkEnds(step);
            if (step.branches().isEmpty()) {
                Reference.all(step.json()).forEach(reference -> check(step, reference));
            }
        }
    }

    private void checkEnds(Step step) {
        switch (step.type()) {
            case "Copy" -> {
                checkEnd(step, "/inputs/0", "/typeProperties/source/type", "Source");
                checkEnd(step, "/outputs/0", "/typeProperties/sink/type", "Sink");
            }
            case "Lookup" -> checkEnd(step, "/typeProperties/dataset", "/typeProperties/source/type", "Source");
            default -> {
                // Others have neither.
            }
        }
    }

    private void checkEnd(Step step, String dataset, String type, String suffix) {
        String name = step.json().at(dataset + "/referenceName").asText();
        NamedArtifacts.find(pipeline, factory, ArtifactKind.DATASET, name)
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .flatMap(known -> EndTypes.problem(known, step.json().at(type).asText(), suffix))
                .ifPresent(problem -> add(step, type, problem));
    }

    private void check(Step step, Reference reference) {
        reference
                .kind()
                .artifact()
                .flatMap(kind -> NamedArtifacts.find(pipeline, factory, kind, reference.name()))
                .ifPresent(named -> check(step, reference, named));
    }

    private void check(Step step, Reference reference, IConstruct named) {
        if (named instanceof FactoryArtifact artifact) {
            try {
                FactoryArtifact.requireSameFactory(
                        factory, reference.kind().artifact().orElseThrow().label(), artifact);
            } catch (BrokenContractException e) {
                add(step, reference.pointer(), String.valueOf(e.getMessage()));
                return;
            }
        }
        if (named instanceof Dataset dataset) {
            checkArguments(step, reference, "dataset", named, dataset.parameters());
        } else if (named instanceof IDataFlow dataFlow) {
            checkArguments(step, reference, "data flow", named, declared(dataFlow));
        } else if (named instanceof IPipeline other) {
            checkArguments(step, reference, "pipeline", named, other.parameters());
        }
    }

    private void checkArguments(
            Step step, Reference reference, String kind, IConstruct named, Map<String, Parameter> declared) {
        String of = "%s \"%s\"".formatted(kind, Tree.idOf(named));
        if (step.given().stream().anyMatch(given -> given.of().equals(of))) {
            // They were given by object, and are checked so.
            return;
        }
        // An activity has a pipeline's beside the reference, and those of others in it.
        String pointer = kind.equals("pipeline") ? "/typeProperties/parameters" : reference.pointer() + "/parameters";
        List<Finding> found = new ArrayList<>();
        JsonArguments.check(
                of, declared, pointer, step.json().at(pointer), false, new Findings("", "", step.json(), found));
        found.forEach(finding -> add(step, finding.pointer(), finding.message()));
    }

    /** Text in the data flow's own language, whatever the parameter's type there is. */
    private static Map<String, Parameter> declared(IDataFlow dataFlow) {
        Map<String, Parameter> declared = new TreeMap<>();
        dataFlow.parameters()
                .forEach((name, parameter) -> declared.put(
                        name, parameter.defaultValue().map(Parameter::string).orElseGet(Parameter::string)));
        return declared;
    }

    private void add(Step step, String pointer, String message) {
        problems.add(new Problem(pointer, message, " at " + pointer, Problem.Severity.ERROR)
                .below(step.pointer(), step.label()));
    }
}
