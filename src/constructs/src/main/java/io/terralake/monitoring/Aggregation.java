package io.terralake.monitoring;

/** How the values of a metric in a window of time become one. */
public enum Aggregation {
    /** Their mean. */
    AVERAGE("Average"),
    /** How many there are. */
    COUNT("Count"),
    /** The largest. */
    MAXIMUM("Maximum"),
    /** The smallest. */
    MINIMUM("Minimum"),
    /** Their sum. */
    TOTAL("Total");

    private final String azureName;

    Aggregation(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
