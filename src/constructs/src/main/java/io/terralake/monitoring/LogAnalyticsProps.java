package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.settings.MonitoringSettings;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of {@link LogAnalytics}.
 *
 * @param name the workspace's name; @default derived from the platform's
 * @param retentionDays how long logs are kept, 30 to 730 days; @default 30
 * @param dailyQuotaGb the most that is taken in per day, in GB; @default no limit
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record LogAnalyticsProps(
        @Nullable String name,
        @Nullable Integer retentionDays,
        @Nullable Integer dailyQuotaGb,
        @Nullable RemovalPolicy removalPolicy) {

    public LogAnalyticsProps {
        retentionDays = Limits.check("log retention", retentionDays == null ? 30 : retentionDays, 30, 730, "days");
        if (dailyQuotaGb != null) {
            Limits.check("daily quota", dailyQuotaGb, 1, MonitoringSettings.MOST_QUOTA_GB, "GB");
        }
    }

    public static LogAnalyticsPropsBuilder builder() {
        return LogAnalyticsPropsBuilder.builder();
    }
}
