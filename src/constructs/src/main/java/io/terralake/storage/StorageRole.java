package io.terralake.storage;

import io.terralake.identity.Role;

/** The built-in roles for the data of a storage account. */
public enum StorageRole implements Role {
    /** Reads, writes and deletes blobs. */
    BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor"),
    /** Reads blobs. */
    BLOB_DATA_READER("Storage Blob Data Reader");

    private final String azureName;

    StorageRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
