package io.terralake.storage;

import io.terralake.identity.Role;

/** The built-in roles for the data of a storage account. */
public enum StorageRole implements Role {
    /** Reads, writes and deletes blobs. */
    BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor"),
    /** Reads blobs. */
    BLOB_DATA_READER("Storage Blob Data Reader"),
    /** Asks for keys that signatures for its own rights are made with. */
    BLOB_DELEGATOR("Storage Blob Delegator");

    private final String azureName;

    StorageRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
