package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.CopySource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Source;

/**
 * Where a copy or a lookup reads, by Microsoft's model of its type.
 *
 * @param dataset the dataset that is read
 * @param model the model, complete
 */
public record ModelSource(DatasetReference dataset, CopySource model) implements Source {

    /** @throws IllegalArgumentException when a field is not set that its type needs */
    public ModelSource {
        if (model != null) {
            Models.check("", model::validate);
        }
    }

    @Override
    public ObjectNode json() {
        return Models.json(model);
    }
}
