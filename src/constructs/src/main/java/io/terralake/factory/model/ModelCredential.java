package io.terralake.factory.model;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ICredential;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.content.JsonCredential;
import io.terralake.factory.content.JsonCredentialProps;
import software.constructs.Construct;

/** A credential by Microsoft's model of its type. */
public final class ModelCredential extends StackPart implements ICredential {
    private final JsonCredential resource;

    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelCredential(Construct scope, String id, ModelCredentialProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = new JsonCredential(
                this,
                "Resource",
                JsonCredentialProps.builder()
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
    public String credentialName() {
        return resource.credentialName();
    }
}
