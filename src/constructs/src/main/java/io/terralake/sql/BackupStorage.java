package io.terralake.sql;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where Azure keeps the backups of a database. */
public enum BackupStorage {
    /** Three copies in one data centre. */
    @JsonProperty("Local")
    LOCAL("Local"),
    /** Three copies in three availability zones. */
    @JsonProperty("Zone")
    ZONE("Zone"),
    /** Copies in the paired region too. */
    @JsonProperty("Geo")
    GEO("Geo"),
    /** Copies in three availability zones and in the paired region. */
    @JsonProperty("GeoZone")
    GEO_ZONE("GeoZone");

    private final String azureName;

    BackupStorage(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
