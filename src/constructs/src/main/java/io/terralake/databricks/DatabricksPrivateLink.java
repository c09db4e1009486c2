package io.terralake.databricks;

import io.terralake.network.PrivateLink;

/** The parts of a workspace that private endpoints connect. */
public enum DatabricksPrivateLink implements PrivateLink {
    BROWSER_AUTHENTICATION("browser_authentication", "privatelink.azuredatabricks.net"),
    UI_API("databricks_ui_api", "privatelink.azuredatabricks.net");

    private final String groupId;
    private final String dnsZone;

    DatabricksPrivateLink(String groupId, String dnsZone) {
        this.groupId = groupId;
        this.dnsZone = dnsZone;
    }

    @Override
    public String groupId() {
        return groupId;
    }

    @Override
    public String dnsZone() {
        return dnsZone;
    }

    /** Two at once fail with ConcurrentUpdateError (hashicorp/terraform-provider-azurerm#26373). */
    @Override
    public boolean oneAtATime() {
        return true;
    }
}
