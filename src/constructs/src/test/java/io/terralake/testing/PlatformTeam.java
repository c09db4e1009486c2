package io.terralake.testing;

import io.terralake.core.PlatformStack;
import io.terralake.keyvault.EncryptionKey;
import io.terralake.keyvault.IEncryptionKey;

/** Ids of what a platform team runs, in the subscription {@link #SUBSCRIPTION}. */
public final class PlatformTeam {
    public static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    public static final String RESOURCE_GROUP =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub";
    public static final String NETWORK = id("Microsoft.Network/virtualNetworks/vnet-spoke");
    public static final String ENDPOINT_SUBNET = NETWORK + "/subnets/snet-endpoints";
    public static final String HOST_SUBNET = NETWORK + "/subnets/snet-host";
    public static final String CONTAINER_SUBNET = NETWORK + "/subnets/snet-container";
    public static final String LOGS = id("Microsoft.OperationalInsights/workspaces/log-hub");
    public static final String ACTION_GROUP = id("Microsoft.Insights/actionGroups/ag-hub");
    public static final String VAULT = id("Microsoft.KeyVault/vaults/kv-hub");
    public static final String SQL_SERVER = id("Microsoft.Sql/servers/sql-hub");
    public static final String SQL_DATABASE = SQL_SERVER + "/databases/loans";
    public static final String WORKSPACE = id("Microsoft.Databricks/workspaces/dbw-hub");
    public static final String LAKE = id("Microsoft.Storage/storageAccounts/sthub");

    private PlatformTeam() {}

    /** The id of anything else in the team's resource group, such as {@code Microsoft.Web/sites/shop}. */
    public static String id(String typeAndName) {
        return RESOURCE_GROUP + "/providers/" + typeAndName;
    }

    /** A key to encrypt with. */
    public static IEncryptionKey encryptionKey(PlatformStack stack, String id) {
        return EncryptionKey.fromKeyUri(
                stack,
                id,
                "https://kv-hub.vault.azure.net/keys/lake/0123456789abcdef0123456789abcdef",
                VAULT,
                id("Microsoft.ManagedIdentity/userAssignedIdentities/id-hub"));
    }
}
