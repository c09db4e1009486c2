package io.terralake.eventgrid;

/**
 * What storage accounts tell of their blobs. Renames and folders exist in accounts with hierarchical namespace only.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage">Azure Blob Storage as an Event Grid
 *     source</a>
 */
public enum StorageEvent implements EventType {
    /**
     * A blob was made or replaced. With hierarchical namespace it comes twice for a write by the DFS endpoint: with {@code data.api}
     * {@code CreateFile} before there is content, with {@code FlushWithClose} when it is complete.
     */
    BLOB_CREATED("BlobCreated"),
    /** A blob was deleted. */
    BLOB_DELETED("BlobDeleted"),
    /** A blob was renamed; nothing was created by that. */
    BLOB_RENAMED("BlobRenamed"),
    /** A folder was made. */
    DIRECTORY_CREATED("DirectoryCreated"),
    /** A folder was renamed, with what is in it. */
    DIRECTORY_RENAMED("DirectoryRenamed"),
    /** A folder was deleted; with its content when {@code data.recursive} says so. */
    DIRECTORY_DELETED("DirectoryDeleted");

    static final String TOPIC_TYPE = "Microsoft.Storage.StorageAccounts";

    private final String azureName;

    StorageEvent(String name) {
        this.azureName = "Microsoft.Storage." + name;
    }

    @Override
    public String azureName() {
        return azureName;
    }

    @Override
    public String topicType() {
        return TOPIC_TYPE;
    }
}
