package io.terralake.factory.pipeline;

/**
 * What an activity's run knows about itself, beside its output.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/how-to-send-notifications-to-teams">Send notifications to a
 *     Microsoft Teams channel</a>
 */
public enum ActivityRun {
    /** How it ended, such as {@code Succeeded}. */
    STATUS("Status"),
    /** When it started, in UTC. */
    START_TIME("ExecutionStartTime"),
    /** When it ended, in UTC. */
    END_TIME("ExecutionEndTime"),
    /** How long it took. */
    DURATION("Duration"),
    /** All of its error, an object. Only what failed has one. */
    ERROR("error"),
    ERROR_CODE("error.errorCode"),
    ERROR_MESSAGE("error.message"),
    /** {@code UserError} or {@code SystemError}. */
    FAILURE_TYPE("error.failureType");

    private final String azureName;

    ActivityRun(String azureName) {
        this.azureName = azureName;
    }

    /** How the expression language reads it of an activity. */
    public String azureName() {
        return azureName;
    }
}
