package io.terralake.deployhook.endpoints;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of services that managed private endpoints connect to, and the version of each API that lists and approves their
 * connections (Azure/azure-rest-api-specs, paths {@code …/privateEndpointConnections}).
 */
enum TargetType {
    STORAGE("Microsoft.Storage/storageAccounts", "2023-05-01"),
    SQL("Microsoft.Sql/servers", "2023-08-01"),
    KEY_VAULT("Microsoft.KeyVault/vaults", "2023-07-01"),
    DATABRICKS("Microsoft.Databricks/workspaces", "2024-05-01"),
    COSMOS_DB("Microsoft.DocumentDB/databaseAccounts", "2024-11-15"),
    EVENT_HUBS("Microsoft.EventHub/namespaces", "2024-01-01"),
    MACHINE_LEARNING("Microsoft.MachineLearningServices/workspaces", "2025-06-01"),
    WEB("Microsoft.Web/sites", "2023-12-01");

    private final String azureType;
    private final String apiVersion;

    TargetType(String azureType, String apiVersion) {
        this.azureType = azureType;
        this.apiVersion = apiVersion;
    }

    /** The type of the resource that an id names; empty when its connections are not known. */
    static Optional<TargetType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.isOf(id)).findFirst();
    }

    private boolean isOf(String id) {
        String provider = "/providers/" + azureType.toLowerCase(Locale.ROOT) + "/";
        int start = id.toLowerCase(Locale.ROOT).indexOf(provider);
        return start >= 0 && id.indexOf('/', start + provider.length()) < 0;
    }

    String azureType() {
        return azureType;
    }

    String apiVersion() {
        return apiVersion;
    }
}
