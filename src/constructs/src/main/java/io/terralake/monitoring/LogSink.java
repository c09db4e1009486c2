package io.terralake.monitoring;

/** Where diagnostic logs are sent. */
public interface LogSink {

    /** The Azure id of the Log Analytics workspace that takes the logs. */
    String workspaceId();
}
