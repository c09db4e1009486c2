package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tree;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.IDataFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping data flow on the factory's runtime.
 *
 * @param name the activity's name
 * @param dataFlow the data flow
 * @param parameters values of its parameters, by name: text in the data flow's own expression language, in which a
 *     string has quotes, such as {@code text("'", parameter("Table"), "'")}; @default its defaults
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record ExecuteDataFlow(
        String name,
        IDataFlow dataFlow,
        @Nullable Map<String, Expression> parameters,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public ExecuteDataFlow {
        parameters = Sorted.copyOrEmpty(parameters);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static ExecuteDataFlowBuilder builder() {
        return ExecuteDataFlowBuilder.builder();
    }

    @Override
    public Optional<Arguments> arguments() {
        return Optional.of(new Arguments("data flow \"%s\"".formatted(Tree.idOf(dataFlow)), declared(), parameters));
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(dataFlow);
    }

    @Override
    public String type() {
        return "ExecuteDataFlow";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ObjectNode reference = Activity.reference(dataFlow.dataFlowName(), "DataFlowReference");
        reference.set("parameters", Arguments.json(parameters));
        ObjectNode datasets = reference.putObject("datasetParameters");
        dataFlow.ends().forEach(datasets::putObject);
        properties.set("dataFlow", reference);
        properties.putObject("staging");
        properties.set(
                "integrationRuntime",
                Activity.reference(dataFlow.factory().runtimeName(), "IntegrationRuntimeReference"));
        return properties.put("traceLevel", "Fine");
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }

    /** Text in the data flow's own language, whatever the parameter's type there is. */
    private Map<String, Parameter> declared() {
        Map<String, Parameter> declared = new TreeMap<>();
        dataFlow.parameters()
                .forEach((parameter, declaration) -> declared.put(
                        parameter,
                        declaration.defaultValue().map(Parameter::string).orElseGet(Parameter::string)));
        return declared;
    }
}
