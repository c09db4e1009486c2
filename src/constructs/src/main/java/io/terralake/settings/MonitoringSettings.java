package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.EmailList;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
        @NotNull @NotEmpty @Size(max = EmailList.MOST) @JsonPropertyDescription("who is told about alerts and the budget")
        List<@Email @Size(max = EmailList.LONGEST) String> alertEmails,

        @Nullable @Min(30) @Max(730) @JsonPropertyDescription("days that logs are kept, 30 to 730; default 30")
        Integer logRetentionDays,

        @Nullable @Min(1) @Max(MOST_QUOTA_GB) @JsonPropertyDescription("most GB that are logged per day; default no limit")
        Integer dailyQuotaGb)
        implements Checked {
    /** More than any workspace takes in. */
    public static final int MOST_QUOTA_GB = 100_000;

    public MonitoringSettings {
        alertEmails = List.copyOf(alertEmails);
    }

    @Override
    public void check(Problems problems) {
        EmailList.problems(alertEmails)
                .forEach((index, messages) ->
                        messages.forEach(message -> problems.add("/alertEmails/" + index, message)));
    }
}
