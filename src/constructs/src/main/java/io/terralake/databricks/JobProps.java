package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.EmailList;
import io.terralake.azure.Guid;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tokens;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Job}.
 *
 * @param name the job's name
 * @param policy what its cluster may be; the job gets a cluster of its own for each run
 * @param tasks its steps, at least one
 * @param workers how many machines the cluster has beside its driver; @default 0, the driver does the work
 * @param cron when it runs, as a Quartz expression such as {@code 0 0 5 * * ?}; @default only when it is started
 * @param timeZone the IANA name of the expression's time zone, such as {@code Europe/Berlin}; @default {@code UTC}
 * @param retries further tries of a failed task, 0 to 100; @default 2, a minute apart
 * @param timeout how long a run may take, in full seconds, 0 for no limit; @default 2 hours
 * @param emails who is told of failures; @default nobody
 * @param runAs the application id of the service principal whose rights its runs have; whoever deploys needs the role of a user of
 *     it; @default whoever deploys
 */
@RecordBuilder
public record JobProps(
        String name,
        ClusterPolicy policy,
        List<Task> tasks,
        @Nullable Integer workers,
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable Integer retries,
        @Nullable Duration timeout,
        @Nullable List<String> emails,
        @Nullable String runAs) {

    public JobProps {
        tasks = RequiredFields.copy(tasks);
        workers = workers == null ? Integer.valueOf(0) : workers;
        timeZone = timeZone == null ? "UTC" : timeZone;
        retries = Limits.check("retries", retries == null ? 2 : retries, 0, 100, "");
        timeout = timeout == null ? Duration.ofHours(2) : timeout;
        if (runAs != null && !Tokens.isIn(runAs) && !runAs.matches(Guid.REGEX)) {
            throw new IllegalArgumentException(
                    "runAs \"%s\" is not allowed: an application id, a GUID".formatted(runAs));
        }
        if (timeout.isNegative() || timeout.getNano() != 0 || timeout.toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "timeout %s is not allowed: full seconds, 0 for none".formatted(timeout));
        }
        emails = emails == null || emails.isEmpty() ? List.of() : EmailList.check("a job", emails);
    }

    public static JobPropsBuilder builder() {
        return JobPropsBuilder.builder();
    }
}
