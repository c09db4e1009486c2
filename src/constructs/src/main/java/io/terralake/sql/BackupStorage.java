package io.terralake.sql;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.terralake.azure.Region;
import java.util.Optional;

/** Where Azure keeps the backups of a database. */
public enum BackupStorage {
    /** Three copies in one data centre. */
    @JsonProperty("Local")
    LOCAL("Local", false, false),
    /** Three copies in three availability zones. */
    @JsonProperty("Zone")
    ZONE("Zone", true, false),
    /** Copies in the paired region too. */
    @JsonProperty("Geo")
    GEO("Geo", false, true),
    /** Copies in three availability zones and in the paired region. */
    @JsonProperty("GeoZone")
    GEO_ZONE("GeoZone", true, true);

    private final String azureName;
    private final boolean zones;
    private final boolean pair;

    BackupStorage(String azureName, boolean zones, boolean pair) {
        this.azureName = azureName;
        this.zones = zones;
        this.pair = pair;
    }

    /** What keeps backups from being there in a region, if anything. */
    Optional<String> problem(Region region) {
        return region.problem(zones, pair).map(problem -> "backupStorage %s %s".formatted(azureName, problem));
    }

    String azureName() {
        return azureName;
    }
}
