package io.terralake.storage;

import io.terralake.azure.Region;
import java.util.Optional;

/**
 * How many copies of the data Azure keeps, and where.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-redundancy">Azure Storage redundancy</a>
 */
public enum Replication {
    /** Three copies in one data centre. */
    LRS(true, false, false),
    /** Three copies in one data centre, three in the paired region. */
    GRS(true, false, true),
    /** As GRS, and the paired region can be read. */
    RAGRS(true, false, true),
    /** Three copies in three availability zones. */
    ZRS(false, true, false),
    /** Three copies in three availability zones, three in the paired region. */
    GZRS(false, true, true),
    /** As GZRS, and the paired region can be read. */
    RAGZRS(false, true, true);

    private final boolean archiveTier;
    private final boolean zones;
    private final boolean pair;

    Replication(boolean archiveTier, boolean zones, boolean pair) {
        this.archiveTier = archiveTier;
        this.zones = zones;
        this.pair = pair;
    }

    /** What is wrong with accounts like that in a region, if anything. */
    public Optional<String> problem(Region region) {
        return region.problem(zones, pair).map(problem -> "replication %s %s".formatted(this, problem));
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
