package io.terralake.stacks;

import io.terralake.monitoring.ActionGroup;
import io.terralake.monitoring.LogQuery;
import io.terralake.monitoring.LogSink;
import io.terralake.monitoring.Metric;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.monitoring.Operator;
import io.terralake.monitoring.QueryAlert;
import io.terralake.monitoring.QueryAlertProps;
import java.time.Duration;
import software.constructs.Construct;

/**
 * What the alerts of a stack have in common.
 *
 * @param stack whose parts they become
 * @param told who is told
 */
record Alerts(Construct stack, ActionGroup told) {
    /** Below this share of served requests, in percent, somebody should look. */
    private static final double AVAILABILITY = 99.9;

    void onAny(String id, Metric metric, String description) {
        add(id, metric, Operator.GREATER_THAN, 0, description);
    }

    /** @param service what the description begins with, such as {@code The lake} */
    void onAvailability(String id, Metric metric, String service) {
        add(
                id + "-availability",
                metric,
                Operator.LESS_THAN,
                AVAILABILITY,
                "%s serves fewer than %s %% of its requests".formatted(service, AVAILABILITY));
    }

    /**
     * @param most more than that is an alert
     * @param window how much time that is about
     */
    void onLogs(String id, LogQuery query, int most, Duration window, String description) {
        new QueryAlert(
                stack,
                id,
                QueryAlertProps.builder()
                        .logs(LogSink.of(stack).orElseThrow())
                        .query(query)
                        .operator(Operator.GREATER_THAN)
                        .threshold(most)
                        .window(window)
                        .actionGroup(told)
                        .description(description)
                        .build());
    }

    void add(String id, Metric metric, Operator operator, Number threshold, String description) {
        new MetricAlert(
                stack,
                id,
                MetricAlertProps.builder()
                        .metric(metric)
                        .operator(operator)
                        .threshold(threshold)
                        .actionGroup(told)
                        .description(description)
                        .build());
    }
}
