package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.keyvault.IEncryptionKey;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as ARM takes it. azurerm's resource cannot switch off the storage account's keys
 * (hashicorp/terraform-provider-azurerm#22150).
 */
final class WorkspaceBody {
    private final Dependencies dependencies;
    private final Isolation isolation;
    private final boolean publicAccess;

    WorkspaceBody(Dependencies dependencies, Isolation isolation, boolean publicAccess) {
        this.dependencies = dependencies;
        this.isolation = isolation;
        this.publicAccess = publicAccess;
    }

    ObjectNode json(boolean highBusinessImpact, @Nullable IEncryptionKey key) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "Default");
        body.putObject("sku").put("name", "Basic").put("tier", "Basic");
        ObjectNode properties = body.putObject("properties");
        properties
                .put("keyVault", dependencies.vaultId())
                .put("applicationInsights", dependencies.insightsId())
                .put("storageAccount", dependencies.storageId())
                .put("containerRegistry", dependencies.registryId())
                .put("systemDatastoresAuthMode", "Identity")
                .put("publicNetworkAccess", publicAccess ? "Enabled" : "Disabled")
                .put("hbiWorkspace", highBusinessImpact)
                .put("v1LegacyMode", false);
        properties.putObject("managedNetwork").put("isolationMode", isolation.azureName());
        if (key != null) {
            encrypt(properties, key);
        }
        return body;
    }

    /** On Microsoft's side: else it makes a database, a search service and an account in a resource group of its own. */
    private static void encrypt(ObjectNode properties, IEncryptionKey key) {
        properties.put("enableServiceSideCMKEncryption", true);
        ObjectNode encryption = properties.putObject("encryption").put("status", "Enabled");
        encryption.putObject("identity").put("userAssignedIdentity", key.identityId());
        encryption
                .putObject("keyVaultProperties")
                .put("keyVaultArmId", key.vaultId())
                .put("keyIdentifier", key.versionedKeyUri());
    }
}
