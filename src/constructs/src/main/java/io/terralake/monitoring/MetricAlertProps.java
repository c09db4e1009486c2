package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link MetricAlert}.
 *
 * @param metric what is watched
 * @param operator {@code GreaterThan}, {@code LessThan}, …
 * @param threshold in the metric's unit
 * @param actionGroup who is told
 * @param description what the mail says
 * @param severity 0 (critical) to 4 (verbose); @default 2
 */
@RecordBuilder
public record MetricAlertProps(
        Metric metric,
        String operator,
        Number threshold,
        ActionGroup actionGroup,
        String description,
        @Nullable Integer severity) {

    public MetricAlertProps {
        severity = severity == null ? Integer.valueOf(2) : severity;
        if (severity < 0 || severity > 4) {
            throw new IllegalArgumentException("alert severity %d is not allowed: 0 to 4".formatted(severity));
        }
    }

    public static MetricAlertPropsBuilder builder() {
        return MetricAlertPropsBuilder.builder();
    }
}
