package io.terralake.network;

import java.util.List;

/**
 * Azure Monitor's part of a private link scope. Its endpoint has records in five zones.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-monitor/logs/private-link-configure">Configure private link for Azure
 *     Monitor</a>
 */
enum MonitorPrivateLink implements PrivateLink {
    AZURE_MONITOR;

    private static final List<String> ZONES = List.of(
            "privatelink.monitor.azure.com",
            "privatelink.oms.opinsights.azure.com",
            "privatelink.ods.opinsights.azure.com",
            "privatelink.agentsvc.azure-automation.net",
            "privatelink.blob.core.windows.net");

    @Override
    public String groupId() {
        return "azuremonitor";
    }

    @Override
    public String dnsZone() {
        return ZONES.get(0);
    }

    @Override
    public List<String> dnsZones() {
        return ZONES;
    }
}
