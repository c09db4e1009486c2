package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.Dataset;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;

/**
 * Properties of a {@link ModelDataset}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 */
@RecordBuilder
public record ModelDatasetProps(IDataFactory factory, String name, Dataset model) {
    public static ModelDatasetPropsBuilder builder() {
        return ModelDatasetPropsBuilder.builder();
    }
}
