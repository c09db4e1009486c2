package io.terralake.keyvault;

import io.terralake.network.PrivateLink;

/** The part of a vault that private endpoints connect. */
public enum KeyVaultPrivateLink implements PrivateLink {
    VAULT("vault", "privatelink.vaultcore.azure.net");

    private final String groupId;
    private final String dnsZone;

    KeyVaultPrivateLink(String groupId, String dnsZone) {
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
