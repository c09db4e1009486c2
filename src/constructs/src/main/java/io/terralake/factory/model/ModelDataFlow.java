package io.terralake.factory.model;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.content.JsonDataFlow;
import io.terralake.factory.content.JsonDataFlowProps;
import io.terralake.factory.dataflow.DataFlowParameter;
import io.terralake.factory.dataflow.IDataFlow;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A data flow or flowlet by Microsoft's model of its type. */
public final class ModelDataFlow extends StackPart implements IDataFlow {
    private final JsonDataFlow resource;

    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelDataFlow(Construct scope, String id, ModelDataFlowProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = new JsonDataFlow(
                this,
                "Resource",
                JsonDataFlowProps.builder()
                        .factory(props.factory())
                        .name(props.name())
                        .properties(Models.json(this, props.model(), props.model()::validate))
                        .build());
    }

    @Override
    public IDataFactory factory() {
        return resource.factory();
    }

    @Override
    public String dataFlowName() {
        return resource.dataFlowName();
    }

    @Override
    public Map<String, DataFlowParameter> parameters() {
        return resource.parameters();
    }

    @Override
    public List<String> ends() {
        return resource.ends();
    }
}
