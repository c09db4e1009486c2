package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CosmosDbLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param accountId the Azure id of the account
 * @param endpoint the account's address, such as {@code https://cosmos-cars.documents.azure.com:443/}
 * @param database the database's name
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record CosmosDbLinkedServiceProps(
        IDataFactory factory,
        String name,
        String accountId,
        String endpoint,
        String database,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {

    public static CosmosDbLinkedServicePropsBuilder builder() {
        return CosmosDbLinkedServicePropsBuilder.builder();
    }
}
