package io.terralake.factory.model;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.IIntegrationRuntime;
import io.terralake.factory.content.JsonIntegrationRuntime;
import io.terralake.factory.content.JsonIntegrationRuntimeProps;
import software.constructs.Construct;

/** An integration runtime by Microsoft's model of its type. */
public final class ModelIntegrationRuntime extends StackPart implements IIntegrationRuntime {
    private final JsonIntegrationRuntime resource;

    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelIntegrationRuntime(Construct scope, String id, ModelIntegrationRuntimeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = new JsonIntegrationRuntime(
                this,
                "Resource",
                JsonIntegrationRuntimeProps.builder()
                        .factory(props.factory())
                        .name(props.name())
                        .properties(Models.json(this, props.model(), props.model()::validate))
                        .allowKeys(props.allowKeys())
                        .build());
    }

    @Override
    public IDataFactory factory() {
        return resource.factory();
    }

    @Override
    public String runtimeName() {
        return resource.runtimeName();
    }
}
