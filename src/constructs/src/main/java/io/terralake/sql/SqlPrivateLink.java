package io.terralake.sql;

import io.terralake.network.PrivateLink;

/** The part of a SQL server that private endpoints connect. */
public enum SqlPrivateLink implements PrivateLink {
    SQL_SERVER("sqlServer", "privatelink.database.windows.net");

    private final String groupId;
    private final String dnsZone;

    SqlPrivateLink(String groupId, String dnsZone) {
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
