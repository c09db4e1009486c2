package io.terralake.monitoring;

/** How a metric, or the answer of a query, is compared with an alert's threshold. */
public enum Operator {
    /** The metric is the threshold. */
    EQUALS("Equals"),
    /** The metric is above it. */
    GREATER_THAN("GreaterThan"),
    /** The metric is the threshold or above it. */
    GREATER_THAN_OR_EQUAL("GreaterThanOrEqual"),
    /** The metric is below it. */
    LESS_THAN("LessThan"),
    /** The metric is the threshold or below it. */
    LESS_THAN_OR_EQUAL("LessThanOrEqual");

    private final String azureName;

    Operator(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }

    /** Alerts on queries have another word for one of them. */
    String inQueries() {
        return this == EQUALS ? "Equal" : azureName;
    }
}
