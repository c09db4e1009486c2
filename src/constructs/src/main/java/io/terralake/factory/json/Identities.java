package io.terralake.factory.json;

import java.util.Map;

/** How the factory's own identity logs in, so that no secret is needed. */
final class Identities {
    private static final String SQL =
            "give authenticationType SystemAssignedManagedIdentity: the factory's identity logs in, as a user of the database";

    private static final String VAULT =
            "name a secret of a vault, {\"type\": \"AzureKeyVaultSecret\", …}, or let the factory's identity log in";

    private static final Map<String, String> OF_LINKED_SERVICES = Map.ofEntries(
            Map.entry(
                    "AzureBlobFS",
                    "give the url only: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureBlobStorage",
                    "give a serviceEndpoint: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureDataExplorer",
                    "give endpoint and database: the factory's identity logs in, with a role of the database"),
            Map.entry("AzureDataLakeStore", "give the dataLakeStoreUri only: the factory's identity logs in"),
            Map.entry(
                    "AzureDatabricks",
                    "give authentication MSI and workspaceResourceId: the factory's identity logs in"),
            Map.entry("AzureFunction", "give authentication MSI and resourceId: the factory's identity logs in"),
            Map.entry("AzureSqlDW", SQL),
            Map.entry("AzureSqlDatabase", SQL),
            Map.entry("AzureSqlMI", SQL),
            Map.entry(
                    "AzureStorage",
                    "make it an AzureBlobStorage with a serviceEndpoint: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureTableStorage",
                    "give a serviceEndpoint: the factory's identity logs in, with Storage Table Data Contributor"),
            Map.entry(
                    "CosmosDb",
                    "give accountEndpoint and database: the factory's identity logs in, with a data role of the account"),
            Map.entry(
                    "RestService",
                    "give authenticationType ManagedServiceIdentity and aadResourceId: the factory's identity logs in"));

    /** For what works with others: activities and what they are given. */
    static final String IN_PIPELINES =
            "let the factory's identity log in, \"authentication\": {\"type\": \"MSI\", \"resource\": …}, or read the"
                    + " secret from the vault by a Web activity with secure output";

    private Identities() {}

    /** The advice for a type of linked service. */
    static String of(String type) {
        return OF_LINKED_SERVICES.getOrDefault(type, VAULT);
    }
}
