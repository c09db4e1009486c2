package io.terralake.factory.pipeline;

/**
 * What an inactive activity passes for, to the activities that come after it.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/deactivate-activity">Deactivate an activity</a>
 */
public enum InactiveOutcome {
    FAILED("Failed"),
    SKIPPED("Skipped"),
    SUCCEEDED("Succeeded");

    private final String azureName;

    InactiveOutcome(String azureName) {
        this.azureName = azureName;
    }

    /** The outcome's name in the service. */
    public String azureName() {
        return azureName;
    }
}
