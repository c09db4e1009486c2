package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CosmosDbDataset}.
 *
 * @param name the name in the factory
 * @param database how the factory reaches the database
 * @param container the container's name in it
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record CosmosDbDatasetProps(
        String name,
        CosmosDbLinkedService database,
        String container,
        @Nullable ArtifactNotes notes) {

    public static CosmosDbDatasetPropsBuilder builder() {
        return CosmosDbDatasetPropsBuilder.builder();
    }
}
