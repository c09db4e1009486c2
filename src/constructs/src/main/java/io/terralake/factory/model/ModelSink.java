package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.CopySink;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Sink;

/**
 * Where a copy writes, by Microsoft's model of its type.
 *
 * @param dataset the dataset that is written
 * @param model the model, complete
 */
public record ModelSink(DatasetReference dataset, CopySink model) implements Sink {

    /** @throws IllegalArgumentException when a field is not set that its type needs */
    public ModelSink {
        if (model != null) {
            Models.check("", model::validate);
        }
    }

    @Override
    public ObjectNode json() {
        return Models.json(model);
    }
}
