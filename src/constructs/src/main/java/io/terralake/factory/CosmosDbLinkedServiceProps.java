package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link CosmosDbLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param accountId the Azure id of the account
 * @param endpoint the account's address, such as {@code https://cosmos-cars.documents.azure.com:443/}
 * @param database the database's name
 */
@RecordBuilder
public record CosmosDbLinkedServiceProps(
        IDataFactory factory, String name, String accountId, String endpoint, String database) {

    public static CosmosDbLinkedServicePropsBuilder builder() {
        return CosmosDbLinkedServicePropsBuilder.builder();
    }
}
