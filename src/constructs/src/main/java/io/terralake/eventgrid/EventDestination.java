package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.Optional;

/**
 * Where events are delivered: {@link QueueDestination}, {@link EventHubDestination}, {@link FunctionDestination},
 * {@link WebhookDestination}, or one of your own.
 */
public interface EventDestination {

    /**
     * The destination in Microsoft's words: {@code {"endpointType": "StorageQueue", "properties": {…}}}. Tokens in its texts are resolved.
     *
     * @see <a href="https://learn.microsoft.com/azure/templates/microsoft.eventgrid/systemtopics/eventsubscriptions">Reference of event
     *     subscriptions</a>
     */
    ObjectNode endpoint();

    /**
     * Lets the topic's identity deliver, which then does, when it works. Empty for a destination that is not delivered to by an identity, such as
     * a webhook.
     *
     * @param topic the topic's system-assigned identity
     */
    default Optional<Grant> accessFor(Principal topic) {
        return Optional.empty();
    }
}
