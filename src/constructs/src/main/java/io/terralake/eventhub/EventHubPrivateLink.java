package io.terralake.eventhub;

import io.terralake.network.PrivateLink;

/** The part of a namespace that private endpoints connect. */
public enum EventHubPrivateLink implements PrivateLink {
    NAMESPACE("namespace", "privatelink.servicebus.windows.net");

    private final String groupId;
    private final String dnsZone;

    EventHubPrivateLink(String groupId, String dnsZone) {
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
}
