package io.terralake.eventhub;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link EventHubNamespace}.
 *
 * @param name the namespace's name, 6 to 50 characters; @default derived from the platform's
 * @param throughputUnits what it has at the least, 1 to 40: each takes in 1 MB or 1,000 events a second and puts out twice
 *     that; @default 1
 * @param maximumThroughputUnits what it grows to by itself under load, up to 40; it does not shrink again. The same number as
 *     {@code throughputUnits} switches that off; @default 4, or {@code throughputUnits} when that is more
 * @param removalPolicy @default the environment's
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/event-hubs-quotas">Azure Event Hubs quotas and limits</a>
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/event-hubs-auto-inflate">Automatically scale up throughput units</a>
 */
@RecordBuilder
public record EventHubNamespaceProps(
        @Nullable String name,
        @Nullable Integer throughputUnits,
        @Nullable Integer maximumThroughputUnits,
        @Nullable RemovalPolicy removalPolicy) {
    private static final int MOST_UNITS = 40;

    public EventHubNamespaceProps {
        throughputUnits =
                Limits.check("throughput units", throughputUnits == null ? 1 : throughputUnits, 1, MOST_UNITS, "");
        maximumThroughputUnits = Limits.check(
                "maximum of throughput units",
                maximumThroughputUnits == null ? Math.max(4, throughputUnits) : maximumThroughputUnits,
                throughputUnits,
                MOST_UNITS,
                "");
    }

    public static EventHubNamespacePropsBuilder builder() {
        return EventHubNamespacePropsBuilder.builder();
    }
}
