package io.terralake.storage;

/**
 * How many copies of the data Azure keeps, and where.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-redundancy">Azure Storage redundancy</a>
 */
public enum Replication {
    /** Three copies in one data centre. */
    LRS(true),
    /** Three copies in one data centre, three in the paired region. */
    GRS(true),
    /** As GRS, and the paired region can be read. */
    RAGRS(true),
    /** Three copies in three availability zones. */
    ZRS(false),
    /** Three copies in three availability zones, three in the paired region. */
    GZRS(false),
    /** As GZRS, and the paired region can be read. */
    RAGZRS(false);

    private final boolean archiveTier;

    Replication(boolean archiveTier) {
        this.archiveTier = archiveTier;
    }

    /**
     * Whether blobs can be moved to the archive tier: zone-redundant accounts have none.
     *
     * @see <a href="https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview">Access tiers for blob data</a>
     */
    public boolean hasArchiveTier() {
        return archiveTier;
    }
}
