package io.terralake.logic;

/** How an action ends. */
public enum RunStatus {
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    SKIPPED("Skipped"),
    TIMED_OUT("TimedOut");

    private final String azureName;

    RunStatus(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
