package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.storage.IQueue;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storage queue, which the topic's identity writes to: each event a message, its JSON in base64. The account may have a firewall, when that
 * lets trusted services of Azure through, as those of the library do.
 *
 * @param queue the queue
 * @param messageTimeToLive how long a message waits for a reader, in whole seconds; @default for ever
 * @see <a href="https://learn.microsoft.com/azure/event-grid/handler-storage-queues">Storage queue as an event handler</a>
 */
@RecordBuilder
public record QueueDestination(IQueue queue, @Nullable Duration messageTimeToLive) implements EventDestination {
    private static final int FOR_EVER = -1;

    /** @throws IllegalArgumentException when the time is not at least one second, in whole seconds */
    public QueueDestination {
        if (messageTimeToLive != null
                && (messageTimeToLive.compareTo(Duration.ofSeconds(1)) < 0
                        || messageTimeToLive.compareTo(Duration.ofSeconds(Integer.MAX_VALUE)) > 0
                        || messageTimeToLive.getNano() != 0)) {
            throw new IllegalArgumentException(
                    "message time to live %s is not allowed: a second or more, in whole seconds, %d at most"
                            .formatted(messageTimeToLive, Integer.MAX_VALUE));
        }
    }

    public static QueueDestinationBuilder builder() {
        return QueueDestinationBuilder.builder();
    }

    /** A queue whose messages wait for ever. */
    public static QueueDestination of(IQueue queue) {
        return new QueueDestination(queue, null);
    }

    @Override
    public ObjectNode endpoint() {
        return Endpoints.of(
                "StorageQueue",
                Endpoints.properties()
                        .put("resourceId", queue.account().accountId())
                        .put("queueName", queue.queueName())
                        .put(
                                "queueMessageTimeToLiveInSeconds",
                                messageTimeToLive == null ? FOR_EVER : (int) messageTimeToLive.toSeconds()));
    }

    @Override
    public Optional<Grant> accessFor(Principal topic) {
        return Optional.of(queue.grantSend(topic));
    }
}
