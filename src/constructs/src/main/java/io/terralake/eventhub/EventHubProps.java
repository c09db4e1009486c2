package io.terralake.eventhub;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link EventHub}.
 *
 * @param namespace what the hub is in; may be in another stack
 * @param name the hub's name, 1 to 256 characters
 * @param partitions how many readers of a consumer group can work side by side, 1 to 32, fixed at creation; @default 4
 * @param retention how long events can be read, 1 hour to 7 days in whole hours; @default 1 day
 * @param capture files of the events in the lake; @default none
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/event-hubs-quotas">Azure Event Hubs quotas and limits</a>
 */
@RecordBuilder
public record EventHubProps(
        IEventHubNamespace namespace,
        String name,
        @Nullable Integer partitions,
        @Nullable Duration retention,
        @Nullable Capture capture) {

    public EventHubProps {
        partitions = Limits.check("partitions", partitions == null ? 4 : partitions, 1, 32, "");
        retention = retention == null ? Duration.ofDays(1) : retention;
        if (retention.compareTo(Duration.ofHours(1)) < 0
                || retention.compareTo(Duration.ofDays(7)) > 0
                || !retention.equals(Duration.ofHours(retention.toHours()))) {
            throw new IllegalArgumentException(
                    "event retention %s is not allowed: PT1H to PT168H (7 days), in whole hours".formatted(retention));
        }
    }

    public static EventHubPropsBuilder builder() {
        return EventHubPropsBuilder.builder();
    }
}
