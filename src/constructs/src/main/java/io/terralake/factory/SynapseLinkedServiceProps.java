package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SynapseLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param server such as {@code example.sql.azuresynapse.net}
 * @param database the pool's name
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record SynapseLinkedServiceProps(
        IDataFactory factory,
        String name,
        String server,
        String database,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {
    public static SynapseLinkedServicePropsBuilder builder() {
        return SynapseLinkedServicePropsBuilder.builder();
    }
}
