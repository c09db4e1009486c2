package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link MetricAlert}.
 *
 * @param metric what is watched
 * @param operator how it is compared with the threshold
 * @param threshold in the metric's unit
 * @param actionGroup who is told
 * @param description what the mail says
 * @param severity how bad it is; @default {@link Severity#WARNING}
 */
@RecordBuilder
public record MetricAlertProps(
        Metric metric,
        Operator operator,
        Number threshold,
        IActionGroup actionGroup,
        String description,
        @Nullable Severity severity) {

    public MetricAlertProps {
        severity = severity == null ? Severity.WARNING : severity;
    }

    public static MetricAlertPropsBuilder builder() {
        return MetricAlertPropsBuilder.builder();
    }
}
