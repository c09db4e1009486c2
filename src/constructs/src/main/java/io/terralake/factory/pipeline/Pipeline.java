package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Annotations;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.NamedReferences;
import io.terralake.factory.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.constructs.Construct;

/** A pipeline of a factory. Its name, parameters and variables are those of its properties. */
public final class Pipeline extends StackPart implements IPipeline {
    /** azurerm's pipelines lose fields of activities, respell others on every plan, and have parameters of text only. */
    private static final String TYPE = "Microsoft.DataFactory/factories/pipelines@2018-06-01";

    private final IDataFactory factory;
    private final String pipelineName;
    private final Map<String, Parameter> parameters;
    private final Set<String> returnValues;

    /**
     * @throws ConstructException with every mistake in the pipeline, each with its activity; and when a class of an activity
     *     returns null, throws, or names something of another factory
     */
    public Pipeline(Construct scope, String id, PipelineProps props) {
        super(scope, id);
        List<String> missing = RequiredFields.of(props, part -> !(part instanceof Activity));
        String context = props.name() == null ? "pipeline: " : "pipeline \"%s\": ".formatted(props.name());
        if (missing.contains("factory") || missing.contains("activities")) {
            throw new ConstructException(this, context + RequiredFields.message(missing));
        }
        this.factory = props.factory();
        List<Step> steps = Contract.at(this, context, () -> Step.of(factory, props.activities()));
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add(RequiredFields.message(missing));
        }
        List<Problem> found = new ArrayList<>(PipelineChecks.of(Declared.by(props), steps));
        found.addAll(WrittenReferences.problems(this, factory, steps));
        found.stream()
                .filter(problem -> problem.severity() != Problem.Severity.WARNING)
                .map(Problem::said)
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ConstructException(this, context + String.join("; ", problems));
        }
        found.stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .forEach(problem -> Annotations.of(this).addWarning(context + problem.said()));
        this.parameters = Objects.requireNonNull(props.parameters());
        this.returnValues = Collections.unmodifiableSet(SetReturnValues.names(steps));
        ObjectNode body = body(props, steps);
        AzapiResource resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type(TYPE)
                        .name(ArtifactName.claim(this, factory, ArtifactKind.PIPELINE, props.name()))
                        .parentId(factory.factoryId())
                        .body(body)
                        .build());
        NamedReferences.wait(this, factory, resource, body);
        resource.moveFromAzurerm("azurerm_data_factory_pipeline");
        this.pipelineName = resource.resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String pipelineName() {
        return pipelineName;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public Optional<Set<String>> returnValues() {
        return Optional.of(returnValues);
    }

    private static ObjectNode body(PipelineProps props, List<Step> steps) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        ArrayNode activities = properties.putArray("activities");
        steps.forEach(step -> activities.add(step.json()));
        DefaultPolicy.apply(props.policy(), props.activities(), properties);
        addNotes(props, properties);
        properties.put("concurrency", props.concurrency());
        ObjectNode parameters = properties.putObject("parameters");
        Objects.requireNonNull(props.parameters()).forEach((name, parameter) -> parameters.set(name, parameter.json()));
        ObjectNode variables = properties.putObject("variables");
        Objects.requireNonNull(props.variables()).forEach((name, variable) -> variables.set(name, variable.json()));
        return body;
    }

    private static void addNotes(PipelineProps props, ObjectNode properties) {
        if (props.description() != null) {
            properties.put("description", props.description());
        }
        if (props.folder() != null) {
            properties.putObject("folder").put("name", props.folder());
        }
        for (String annotation : Objects.requireNonNull(props.annotations())) {
            properties.withArray("annotations").add(annotation);
        }
    }
}
