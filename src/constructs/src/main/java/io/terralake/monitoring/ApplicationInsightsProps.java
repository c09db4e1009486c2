package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of {@link ApplicationInsights}.
 *
 * @param logs the workspace that holds the telemetry
 */
@RecordBuilder
public record ApplicationInsightsProps(LogSink logs) {

    public static ApplicationInsightsPropsBuilder builder() {
        return ApplicationInsightsPropsBuilder.builder();
    }
}
