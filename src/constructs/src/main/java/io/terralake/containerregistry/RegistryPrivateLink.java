package io.terralake.containerregistry;

import io.terralake.network.PrivateLink;

/** The part of a registry that private endpoints connect: one endpoint has the registry's address and that of its data. */
public enum RegistryPrivateLink implements PrivateLink {
    REGISTRY("registry", "privatelink.azurecr.io");

    private final String groupId;
    private final String dnsZone;

    RegistryPrivateLink(String groupId, String dnsZone) {
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
