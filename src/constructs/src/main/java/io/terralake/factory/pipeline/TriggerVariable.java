package io.terralake.factory.pipeline;

/**
 * What a trigger knows when it starts a pipeline. It can be read in the values that the trigger gives to the pipeline's
 * parameters, and nowhere in the pipeline.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-system-variables">System variables supported by
 *     Azure Data Factory</a>
 */
public enum TriggerVariable {
    /** The name of the trigger. */
    NAME("trigger().name"),
    /** Of a schedule: when it should have fired. */
    SCHEDULED_TIME("trigger().scheduledTime"),
    /** Of a schedule or a window: when it fired. */
    START_TIME("trigger().startTime"),
    /** Of a tumbling window: its start. */
    WINDOW_START("trigger().outputs.windowStartTime"),
    /** Of a tumbling window: its end. */
    WINDOW_END("trigger().outputs.windowEndTime"),
    /** Of a blob event: the blob's name in its folder. */
    FILE_NAME("triggerBody().fileName"),
    /** Of a blob event: the container, and the folder of the blob. */
    FOLDER_PATH("triggerBody().folderPath"),
    /** Of a custom event: the event, an object. */
    EVENT("triggerBody().event"),
    EVENT_TYPE("triggerBody().event.eventType"),
    EVENT_SUBJECT("triggerBody().event.subject"),
    /** Of a custom event: its data, an object. */
    EVENT_DATA("triggerBody().event.data");

    private final String azureName;

    TriggerVariable(String azureName) {
        this.azureName = azureName;
    }

    /** How the expression language reads it. */
    public String azureName() {
        return azureName;
    }
}
