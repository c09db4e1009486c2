package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.sql.ISqlDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param database the database
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record SqlLinkedServiceProps(
        IDataFactory factory,
        String name,
        ISqlDatabase database,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {

    public static SqlLinkedServicePropsBuilder builder() {
        return SqlLinkedServicePropsBuilder.builder();
    }
}
