package io.terralake.factory.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.pipeline.Activity;

/**
 * An activity by Microsoft's model of its type, with the activities that stand in it. The checks of a pipeline look at its JSON
 * as they look at that of others; {@link References} makes what it names.
 *
 * @param model the model, complete
 */
public record ModelActivity(com.azure.resourcemanager.datafactory.models.Activity model) implements Activity {

    /** @throws IllegalArgumentException with the activity's name when a field is not set that its type needs */
    public ModelActivity {
        if (model != null) {
            Models.check("activity \"%s\": ".formatted(model.name()), model::validate);
        }
    }

    @Override
    public String name() {
        return model == null ? "" : model.name();
    }

    @Override
    public String type() {
        return model == null ? "Activity" : json().path("type").asText();
    }

    @Override
    public ObjectNode typeProperties() {
        return json().get("typeProperties") instanceof ObjectNode properties
                ? properties
                : JsonNodeFactory.instance.objectNode();
    }

    @Override
    public ObjectNode json() {
        return Models.json(model);
    }
}
