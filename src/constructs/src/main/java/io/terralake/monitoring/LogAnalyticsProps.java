package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RemovalPolicy;
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
        retentionDays = retentionDays == null ? Integer.valueOf(30) : retentionDays;
        if (retentionDays < 30 || retentionDays > 730) {
            throw new IllegalArgumentException(
                    "log retention of %d days is not allowed: 30 to 730 days".formatted(retentionDays));
        }
        if (dailyQuotaGb != null && dailyQuotaGb < 1) {
            throw new IllegalArgumentException(
                    "a daily quota of %d GB is not allowed: 1 GB or more".formatted(dailyQuotaGb));
        }
    }

    public static LogAnalyticsPropsBuilder builder() {
        return LogAnalyticsPropsBuilder.builder();
    }
}
