package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.dataflow.DataFlowJson;
import io.terralake.factory.dataflow.DataFlowParameter;
import io.terralake.factory.dataflow.IDataFlow;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A data flow or flowlet by its own JSON. */
public final class JsonDataFlow extends JsonArtifact implements IDataFlow {
    private final String dataFlowName;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonDataFlow(Construct scope, String id, JsonDataFlowProps props) {
        super(
                scope,
                id,
                ArtifactKind.DATA_FLOW,
                props,
                Written.of(props.factory(), props.name(), props.properties(), null));
        this.dataFlowName = resource("dataflows").resourceName();
    }

    @Override
    public String dataFlowName() {
        return dataFlowName;
    }

    @Override
    public Map<String, DataFlowParameter> parameters() {
        return DataFlowJson.declared(properties());
    }

    @Override
    public List<String> ends() {
        return DataFlowJson.ends(properties());
    }
}
