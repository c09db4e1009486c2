package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Limits;
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
        severity = Limits.check("alert severity", severity == null ? 2 : severity, 0, 4, "");
    }

    public static MetricAlertPropsBuilder builder() {
        return MetricAlertPropsBuilder.builder();
    }
}
