package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of {@link ApplicationInsights}.
 *
 * @param logs the workspace that holds the telemetry
 * @param purpose what it is for, in its name, when a platform has several; @default nothing
 */
@RecordBuilder
public record ApplicationInsightsProps(
        LogSink logs, @Nullable String purpose) {

    public static ApplicationInsightsPropsBuilder builder() {
        return ApplicationInsightsPropsBuilder.builder();
    }
}
