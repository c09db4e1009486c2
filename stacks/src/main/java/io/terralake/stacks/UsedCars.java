package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.eventhub.Capture;
import io.terralake.eventhub.EventHub;
import io.terralake.eventhub.EventHubNamespace;
import io.terralake.eventhub.EventHubNamespaceProps;
import io.terralake.eventhub.EventHubProps;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.monitoring.Operator;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import java.time.Duration;
import software.constructs.Construct;

/** Listings of used cars: an event hub that is captured into the lake, and the job that makes a Delta table of them. */
public final class UsedCars extends PlatformStack {
    /** What the stack has of its own in an environment's settings. */
    public static final Section<UsedCarsSettings> SETTINGS = Section.of("usedCars", UsedCarsSettings.class);

    private static final String FOLDER = "used-cars";

    private final EventHub listings;

    public UsedCars(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "used-cars", environment, landingZone.platform());
        UsedCarsSettings own = environment.section(SETTINGS);
        EventHubNamespace events = new EventHubNamespace(
                this,
                "Events",
                EventHubNamespaceProps.builder()
                        .throughputUnits(own.throughputUnits())
                        .maximumThroughputUnits(own.maximumThroughputUnits())
                        .build());
        this.listings = new EventHub(
                this,
                "Listings",
                EventHubProps.builder()
                        .namespace(events)
                        .name("listings")
                        // Long enough to mend a capture that stopped on a Friday.
                        .retention(Duration.ofDays(7))
                        .capture(Capture.builder()
                                .zone(landingZone.lake().zone("bronze"))
                                .folder(FOLDER)
                                .build())
                        .build());
        new MetricAlert(
                this,
                "throttled-listings",
                MetricAlertProps.builder()
                        .metric(events.metricThrottledRequests())
                        .operator(Operator.GREATER_THAN)
                        .threshold(0)
                        .actionGroup(landingZone.alerts())
                        .description("The event hub refused listings: its throughput units are used up")
                        .build());
        new ListingsJob(
                this,
                "ListingsJob",
                landingZone.databricks(),
                landingZone.lake().zone("bronze"),
                landingZone.lake().zone("silver"),
                FOLDER);
    }

    /** Where listings are sent to. */
    public EventHub listings() {
        return listings;
    }
}
