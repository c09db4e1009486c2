package io.terralake.cosmos;

import io.terralake.network.PrivateLink;

/** The part of an account that private endpoints connect. */
public enum CosmosPrivateLink implements PrivateLink {
    SQL("Sql", "privatelink.documents.azure.com");

    private final String groupId;
    private final String dnsZone;

    CosmosPrivateLink(String groupId, String dnsZone) {
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
