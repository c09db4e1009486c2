package io.terralake.functionapp;

import io.terralake.network.PrivateLink;

/** The part of an app that private endpoints connect; the endpoint that packages are published to is in it. */
public enum FunctionAppPrivateLink implements PrivateLink {
    SITES("sites", "privatelink.azurewebsites.net");

    private final String groupId;
    private final String dnsZone;

    FunctionAppPrivateLink(String groupId, String dnsZone) {
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
