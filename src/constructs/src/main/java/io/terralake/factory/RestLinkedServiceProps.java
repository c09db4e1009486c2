package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link RestLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param url the start of all addresses, with https://
 * @param authentication how it logs in
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record RestLinkedServiceProps(
        IDataFactory factory,
        String name,
        String url,
        RestAuthentication authentication,
        @Nullable IIntegrationRuntime runtime,

        @Nullable ArtifactNotes notes) {
    public static RestLinkedServicePropsBuilder builder() {
        return RestLinkedServicePropsBuilder.builder();
    }
}
