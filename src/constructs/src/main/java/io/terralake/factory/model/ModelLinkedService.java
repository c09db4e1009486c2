package io.terralake.factory.model;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.content.JsonLinkedService;
import io.terralake.factory.content.JsonLinkedServiceProps;
import software.constructs.Construct;

/** A linked service of any type, by Microsoft's model of its type. */
public final class ModelLinkedService extends StackPart implements LinkedService {
    private final JsonLinkedService resource;

    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelLinkedService(Construct scope, String id, ModelLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = new JsonLinkedService(
                this,
                "Resource",
                JsonLinkedServiceProps.builder()
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
    public String linkedServiceName() {
        return resource.linkedServiceName();
    }
}
