package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs and alerts.
 *
 * @param alertEmails who is told about alerts and the budget
 * @param logRetentionDays how long logs are kept, 30 to 730 days; @default 30
 * @param dailyQuotaGb the most that is logged per day, in GB; @default no limit
 */
@RecordBuilder
public record MonitoringSettings(
        @NotNull @NotEmpty @JsonPropertyDescription("who is told about alerts and the budget")
        List<@Email String> alertEmails,

        @Nullable @Min(30) @Max(730) @JsonPropertyDescription("days that logs are kept, 30 to 730; default 30")
        Integer logRetentionDays,

        @Nullable @Min(1) @JsonPropertyDescription("most GB that are logged per day; default no limit")
        Integer dailyQuotaGb) {

    public MonitoringSettings {
        alertEmails = List.copyOf(alertEmails);
    }
}
