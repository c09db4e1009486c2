package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link FunctionLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param url the address of the function app, such as {@code https://func-registration.azurewebsites.net}
 * @param audience the application id URI of the app registration that guards it, such as {@code api://<client id>}
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record FunctionLinkedServiceProps(
        IDataFactory factory,
        String name,
        String url,
        String audience,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {

    public static FunctionLinkedServicePropsBuilder builder() {
        return FunctionLinkedServicePropsBuilder.builder();
    }
}
