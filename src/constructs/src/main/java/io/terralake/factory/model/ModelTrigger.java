package io.terralake.factory.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.content.JsonTrigger;
import io.terralake.factory.content.JsonTriggerProps;
import software.constructs.Construct;

/** A trigger of any type, by Microsoft's model of its type. */
public final class ModelTrigger extends StackPart {
    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelTrigger(Construct scope, String id, ModelTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ObjectNode properties = Models.json(this, props.model(), props.model()::validate);
        properties.put("runtimeState", Boolean.TRUE.equals(props.started()) ? "Started" : "Stopped");
        new JsonTrigger(
                this,
                "Resource",
                JsonTriggerProps.builder()
                        .factory(props.factory())
                        .name(props.name())
                        .properties(properties)
                        .build());
    }
}
