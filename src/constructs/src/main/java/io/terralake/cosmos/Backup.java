package io.terralake.cosmos;

/** How far back an account can be restored, to any second. */
public enum Backup {
    /** At no extra cost. */
    CONTINUOUS_7_DAYS("Continuous7Days"),
    /** For a price by the gigabyte. */
    CONTINUOUS_30_DAYS("Continuous30Days");

    private final String azureName;

    Backup(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
