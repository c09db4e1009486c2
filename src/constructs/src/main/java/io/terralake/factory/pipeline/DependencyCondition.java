package io.terralake.factory.pipeline;

/** How an activity must have ended for the next one to start. */
public enum DependencyCondition {
    COMPLETED("Completed"),
    FAILED("Failed"),
    SKIPPED("Skipped"),
    SUCCEEDED("Succeeded");

    private final String azureName;

    DependencyCondition(String azureName) {
        this.azureName = azureName;
    }

    /** The condition's name in the service. */
    public String azureName() {
        return azureName;
    }
}
