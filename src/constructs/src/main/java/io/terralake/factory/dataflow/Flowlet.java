package io.terralake.factory.dataflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.ArtifactResource;
import io.terralake.factory.IDataFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Steps that data flows of a factory call, as {@link FlowletUse}.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-data-flow-flowlet">Flowlets in mapping data flows</a>
 */
public final class Flowlet extends StackPart implements IFlowlet {
    private final IDataFactory factory;
    private final String dataFlowName;
    private final Map<String, DataFlowParameter> parameters;

    /** @throws ConstructException when script and properties do not say the same, or the name is not allowed or taken */
    public Flowlet(Construct scope, String id, FlowletProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.parameters = Objects.requireNonNull(props.parameters());
        List<String> problems = ScriptChecks.of(props.script(), props.steps(), parameters.keySet());
        if (!problems.isEmpty()) {
            throw new ConstructException(
                    this, "flowlet \"%s\": %s".formatted(props.name(), String.join("; ", problems)));
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("type", "Flowlet");
        ArtifactNotes notes = props.notes();
        if (notes != null) {
            notes.write(properties);
        }
        ObjectNode flow = properties.putObject("typeProperties");
        flow.putArray("sources");
        flow.putArray("sinks");
        props.steps()
                .forEach(step -> flow.withArray("transformations").addObject().put("name", step));
        flow.put("script", DataFlowParameter.declarations(parameters) + props.script());
        this.dataFlowName = ArtifactResource.add(
                        this, factory, ArtifactKind.DATA_FLOW, "dataflows", props.name(), properties)
                .resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String dataFlowName() {
        return dataFlowName;
    }

    @Override
    public Map<String, DataFlowParameter> parameters() {
        return parameters;
    }

    /** None: its rows come from and go to who calls it. */
    @Override
    public List<String> ends() {
        return List.of();
    }
}
