package io.terralake.eventgrid;

/**
 * A kind of event that sources of a type send. {@link StorageEvent} and {@link MachineLearningEvent} are those that the library
 * knows; {@link #of} is any other.
 */
public interface EventType {

    /** The name that events have in {@code eventType}, or {@code type} in CloudEvents, such as {@code Microsoft.Storage.BlobCreated}. */
    String azureName();

    /** The type of the topics whose sources send it, such as {@code Microsoft.Storage.StorageAccounts}. */
    String topicType();

    /** An event type that the library does not know. */
    static EventType of(String azureName, String topicType) {
        record Other(String azureName, String topicType) implements EventType {}
        return new Other(azureName, topicType);
    }
}
