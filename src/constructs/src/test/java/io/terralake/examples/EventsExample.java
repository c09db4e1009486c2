package io.terralake.examples;

import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.EventSubscription;
import io.terralake.eventgrid.EventSubscriptionProps;
import io.terralake.eventgrid.StorageEvent;
import io.terralake.eventgrid.SubjectFilter;
import io.terralake.eventgrid.WebhookDestination;
import io.terralake.identity.Principal;
import io.terralake.monitoring.IActionGroup;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.monitoring.Operator;
import io.terralake.patterns.BlobEventQueue;
import io.terralake.patterns.BlobEventQueueProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import java.util.List;
import software.constructs.Construct;

/** Orders that an app takes from a queue, and whose deletion a partner hears of. */
final class EventsExample extends Construct {

    EventsExample(Construct scope, String id, DataLake lake, Principal app, IActionGroup team, String tenantId) {
        super(scope, id);
        Zone orders = lake.addZone("orders", ZoneProps.builder().build());
        BlobEventQueue events = new BlobEventQueue(
                this,
                "Events",
                BlobEventQueueProps.builder()
                        .zone(orders)
                        .name("order-events")
                        .ending(".json")
                        .build());
        events.grantProcess(app);

        new MetricAlert(
                this,
                "LostOrders",
                MetricAlertProps.builder()
                        .metric(events.topic().metricDeadLettered())
                        .operator(Operator.GREATER_THAN)
                        .threshold(0)
                        .actionGroup(team)
                        .description("Event Grid gave up on events: see the container order-events-dead-letter")
                        .build());

        new EventSubscription(
                this,
                "Deletions",
                EventSubscriptionProps.builder()
                        .topic(events.topic())
                        .name("order-deletions")
                        .eventTypes(List.of(StorageEvent.BLOB_DELETED))
                        .subject(SubjectFilter.blobs(orders, "2026/", null))
                        .filters(List.of(AdvancedFilter.stringNotBeginsWith("data.clientRequestId", "archive-")))
                        .destination(WebhookDestination.builder()
                                .url("https://partner.example.com/deletions")
                                .tenantId(tenantId)
                                .applicationId("api://partner")
                                .build())
                        .deadLetter(events.deadLetter())
                        .build());
    }
}
