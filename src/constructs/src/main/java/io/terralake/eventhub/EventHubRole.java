package io.terralake.eventhub;

import io.terralake.identity.Role;

/** The built-in roles for the events of a hub or of a namespace. */
public enum EventHubRole implements Role {
    /** Receives events. */
    DATA_RECEIVER("Azure Event Hubs Data Receiver"),
    /** Sends events. */
    DATA_SENDER("Azure Event Hubs Data Sender");

    private final String azureName;

    EventHubRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
