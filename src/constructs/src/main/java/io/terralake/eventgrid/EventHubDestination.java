package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.eventhub.IEventHub;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event hub, which the topic's identity sends to. Its namespace may have a firewall, when that lets trusted services of Azure through, as
 * those of the library do.
 *
 * @param hub the hub
 * @param properties properties of its events, up to 10; {@code PartitionKey} says which partition they go to; @default none
 * @see <a href="https://learn.microsoft.com/azure/event-grid/handler-event-hubs">Event hub as an event handler</a>
 */
@RecordBuilder
public record EventHubDestination(IEventHub hub, @Nullable List<DeliveryProperty> properties)
        implements EventDestination {

    /** @throws IllegalArgumentException when there are too many properties, or two of a name */
    public EventHubDestination {
        properties = DeliveryProperty.check(properties);
    }

    public static EventHubDestinationBuilder builder() {
        return EventHubDestinationBuilder.builder();
    }

    /** A hub whose events have no properties. */
    public static EventHubDestination of(IEventHub hub) {
        return new EventHubDestination(hub, null);
    }

    @Override
    public ObjectNode endpoint() {
        ObjectNode json = Endpoints.properties().put("resourceId", hub.eventHubId());
        DeliveryProperty.addTo(json, Objects.requireNonNull(properties));
        return Endpoints.of("EventHub", json);
    }

    @Override
    public Optional<Grant> accessFor(Principal topic) {
        return Optional.of(hub.grantSend(topic));
    }
}
