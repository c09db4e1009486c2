package io.terralake.storage;

import io.terralake.network.PrivateLink;

/** The parts of a storage account that private endpoints connect. */
public enum StoragePrivateLink implements PrivateLink {
    BLOB("blob", "privatelink.blob.core.windows.net"),
    DFS("dfs", "privatelink.dfs.core.windows.net"),
    FILE("file", "privatelink.file.core.windows.net"),
    QUEUE("queue", "privatelink.queue.core.windows.net"),
    TABLE("table", "privatelink.table.core.windows.net");

    private final String groupId;
    private final String dnsZone;

    StoragePrivateLink(String groupId, String dnsZone) {
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
