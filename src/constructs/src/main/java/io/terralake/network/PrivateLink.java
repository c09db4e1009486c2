package io.terralake.network;

/**
 * The parts of services that private endpoints connect, with the DNS zone of each in Azure's public cloud.
 *
 * @see <a href="https://learn.microsoft.com/azure/private-link/private-endpoint-dns">Private endpoint DNS zone
 *     values</a>
 */
public enum PrivateLink {
    BLOB("blob", "privatelink.blob.core.windows.net"),
    DATA_FACTORY("dataFactory", "privatelink.datafactory.azure.net"),
    DATA_FACTORY_PORTAL("portal", "privatelink.adf.azure.com"),
    DATABRICKS_BROWSER_AUTHENTICATION("browser_authentication", "privatelink.azuredatabricks.net"),
    DATABRICKS_UI_API("databricks_ui_api", "privatelink.azuredatabricks.net"),
    DFS("dfs", "privatelink.dfs.core.windows.net"),
    KEY_VAULT("vault", "privatelink.vaultcore.azure.net"),
    SQL_SERVER("sqlServer", "privatelink.database.windows.net");

    private final String groupId;
    private final String dnsZone;

    PrivateLink(String groupId, String dnsZone) {
        this.groupId = groupId;
        this.dnsZone = dnsZone;
    }

    /** The sub-resource that an endpoint connects to. */
    public String groupId() {
        return groupId;
    }

    /** The private DNS zone that holds the endpoint's records. */
    public String dnsZone() {
        return dnsZone;
    }
}
