package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link CosmosDbDataset}.
 *
 * @param name the name in the factory
 * @param database how the factory reaches the database
 * @param container the container's name in it
 */
@RecordBuilder
public record CosmosDbDatasetProps(String name, CosmosDbLinkedService database, String container) {

    public static CosmosDbDatasetPropsBuilder builder() {
        return CosmosDbDatasetPropsBuilder.builder();
    }
}
