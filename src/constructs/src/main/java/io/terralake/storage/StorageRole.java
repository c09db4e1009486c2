package io.terralake.storage;

import io.terralake.identity.Role;

/** The built-in roles for the data of a storage account. */
public enum StorageRole implements Role {
    /** Reads, writes and deletes blobs. */
    BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor"),
    /** Reads, writes and deletes blobs, and says who may do what with them. */
    BLOB_DATA_OWNER("Storage Blob Data Owner"),
    /** Reads blobs. */
    BLOB_DATA_READER("Storage Blob Data Reader"),
    /** Asks for keys that signatures for its own rights are made with. */
    BLOB_DELEGATOR("Storage Blob Delegator"),
    /** Reads, writes and deletes files of shares, whatever their own permissions say. */
    FILE_DATA_PRIVILEGED_CONTRIBUTOR("Storage File Data Privileged Contributor"),
    /** Reads, writes and deletes queues and their messages. */
    QUEUE_DATA_CONTRIBUTOR("Storage Queue Data Contributor"),
    /** Takes and deletes messages of queues. */
    QUEUE_DATA_MESSAGE_PROCESSOR("Storage Queue Data Message Processor"),
    /** Adds messages to queues. */
    QUEUE_DATA_MESSAGE_SENDER("Storage Queue Data Message Sender"),
    /** Reads queues and looks at their messages. */
    QUEUE_DATA_READER("Storage Queue Data Reader"),
    /** Reads, writes and deletes tables and their entities. */
    TABLE_DATA_CONTRIBUTOR("Storage Table Data Contributor");

    private final String azureName;

    StorageRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
