package io.terralake.eventgrid;

import io.terralake.core.StackPart;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Metric;
import software.constructs.Construct;

/** What topics made here and imported topics have in common. */
abstract class AbstractSystemTopic extends StackPart implements ISystemTopic {
    static final String TYPE = "Microsoft.EventGrid/systemTopics";

    AbstractSystemTopic(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final String resourceId() {
        return systemTopicId();
    }

    @Override
    public final Metric metricDeadLettered() {
        return metric("DeadLetteredCount");
    }

    @Override
    public final Metric metricDropped() {
        return metric("DroppedEventCount");
    }

    @Override
    public final Metric metricDeliveryFailures() {
        return metric("DeliveryAttemptFailCount");
    }

    /**
     * @see <a href="https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-eventgrid-systemtopics-metrics">
     *     Supported metrics of system topics</a>
     */
    private Metric metric(String name) {
        return new Metric(TYPE, name, Aggregation.TOTAL, systemTopicId());
    }
}
