package io.terralake.factory;

import io.terralake.network.PrivateLink;

/** The parts of a factory that private endpoints connect. */
public enum DataFactoryPrivateLink implements PrivateLink {
    DATA_FACTORY("dataFactory", "privatelink.datafactory.azure.net"),
    PORTAL("portal", "privatelink.adf.azure.com");

    private final String groupId;
    private final String dnsZone;

    DataFactoryPrivateLink(String groupId, String dnsZone) {
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
