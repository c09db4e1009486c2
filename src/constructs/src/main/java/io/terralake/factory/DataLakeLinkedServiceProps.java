package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.IDataLake;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DataLakeLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param lake the lake
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record DataLakeLinkedServiceProps(
        IDataFactory factory,
        String name,
        IDataLake lake,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {

    public static DataLakeLinkedServicePropsBuilder builder() {
        return DataLakeLinkedServicePropsBuilder.builder();
    }
}
