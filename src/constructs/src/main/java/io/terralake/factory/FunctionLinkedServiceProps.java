package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link FunctionLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param url the address of the function app, such as {@code https://func-registration.azurewebsites.net}
 * @param audience the application id URI of the app registration that guards it, such as {@code api://<client id>}
 */
@RecordBuilder
public record FunctionLinkedServiceProps(IDataFactory factory, String name, String url, String audience) {

    public static FunctionLinkedServicePropsBuilder builder() {
        return FunctionLinkedServicePropsBuilder.builder();
    }
}
