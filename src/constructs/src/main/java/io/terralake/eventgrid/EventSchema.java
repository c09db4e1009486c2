package io.terralake.eventgrid;

/**
 * The form in which events are delivered.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema">Event Grid event schema</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/cloud-event-schema">CloudEvents v1.0 schema</a>
 */
public enum EventSchema {
    /** CloudEvents 1.0: {@code id}, {@code source}, {@code type}, {@code subject}, {@code time}, {@code data}. */
    CLOUD_EVENTS("CloudEventSchemaV1_0"),
    /**
     * Event Grid's own: {@code id}, {@code topic}, {@code subject}, {@code eventType}, {@code eventTime}, {@code data},
     * {@code dataVersion}.
     */
    EVENT_GRID("EventGridSchema");

    private final String azureName;

    EventSchema(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
