package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.IStorageAccount;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link BlobStorageLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param account the storage account
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record BlobStorageLinkedServiceProps(
        IDataFactory factory,
        String name,
        IStorageAccount account,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {
    public static BlobStorageLinkedServicePropsBuilder builder() {
        return BlobStorageLinkedServicePropsBuilder.builder();
    }
}
