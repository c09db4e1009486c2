package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.job.JobConfig;
import com.hashicorp.cdktf.providers.databricks.job.JobEmailNotifications;
import com.hashicorp.cdktf.providers.databricks.job.JobJobCluster;
import com.hashicorp.cdktf.providers.databricks.job.JobJobClusterNewCluster;
import com.hashicorp.cdktf.providers.databricks.job.JobQueue;
import com.hashicorp.cdktf.providers.databricks.job.JobRunAs;
import com.hashicorp.cdktf.providers.databricks.job.JobSchedule;
import com.hashicorp.cdktf.providers.databricks.job.JobTask;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskDependsOn;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A job of a workspace. Its runs follow each other, each on a cluster of its own. */
public final class Job extends StackPart {
    private static final String CLUSTER = "job";
    private static final int RETRY_MILLIS = 60_000;

    private final String jobId;

    /** @throws ConstructException with every mistake in the job */
    public Job(Construct scope, String id, JobProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        String context = "job \"%s\": ".formatted(props.name());
        List<String> problems = Contract.at(this, context, () -> JobChecks.of(props));
        if (!problems.isEmpty()) {
            throw new ConstructException(this, context + String.join("; ", problems));
        }
        WorkspaceProvider.configure(this, props.policy().workspace());
        List<String> emails = Objects.requireNonNull(props.emails());
        this.jobId = new com.hashicorp.cdktf.providers.databricks.job.Job(
                        this,
                        "Resource",
                        JobConfig.builder()
                                .name(TerraformText.literal(props.name()))
                                .maxConcurrentRuns(1)
                                .queue(JobQueue.builder().enabled(true).build())
                                .timeoutSeconds(
                                        Objects.requireNonNull(props.timeout()).toSeconds())
                                .schedule(schedule(props))
                                .runAs(
                                        props.runAs() == null
                                                ? null
                                                : JobRunAs.builder()
                                                        .servicePrincipalName(props.runAs())
                                                        .build())
                                .emailNotifications(
                                        emails.isEmpty()
                                                ? null
                                                : JobEmailNotifications.builder()
                                                        .onFailure(TerraformText.literal(emails))
                                                        .build())
                                .jobCluster(List.of(JobJobCluster.builder()
                                        .jobClusterKey(CLUSTER)
                                        .newCluster(cluster(props))
                                        .build()))
                                // In the order in which the service reports them.
                                .task(props.tasks().stream()
                                        .sorted(Comparator.comparing(Task::key))
                                        .map(task -> Contract.at(
                                                this,
                                                context + "task \"%s\": ".formatted(task.key()),
                                                () -> task(task, props)))
                                        .toList())
                                .build())
                .getId();
    }

    /** The id of the job in the workspace. */
    public String jobId() {
        return jobId;
    }

    private static @Nullable JobSchedule schedule(JobProps props) {
        return props.cron() == null
                ? null
                : JobSchedule.builder()
                        .quartzCronExpression(TerraformText.literal(props.cron()))
                        .timezoneId(TerraformText.literal(String.valueOf(props.timeZone())))
                        .build();
    }

    private static JobJobClusterNewCluster cluster(JobProps props) {
        Compute compute = props.policy().compute();
        var cluster = JobJobClusterNewCluster.builder()
                .policyId(props.policy().policyId())
                .sparkVersion(TerraformText.literal(String.valueOf(compute.runtime())))
                .nodeTypeId(TerraformText.literal(
                        Objects.requireNonNull(compute.nodeTypes()).get(0)))
                .dataSecurityMode(ClusterPolicy.SECURITY_MODE)
                .numWorkers(props.workers());
        if (Objects.requireNonNull(props.workers()) == 0) {
            cluster.sparkConf(Map.of("spark.databricks.cluster.profile", "singleNode", "spark.master", "local[*]"))
                    .customTags(Map.of("ResourceClass", "SingleNode"));
        }
        return cluster.build();
    }

    private static JobTask task(Task task, JobProps props) {
        var built = JobTask.builder()
                .taskKey(task.key())
                .jobClusterKey(CLUSTER)
                .maxRetries(props.retries())
                .minRetryIntervalMillis(RETRY_MILLIS)
                .dependsOn(
                        task.dependsOn().isEmpty()
                                ? null
                                : task.dependsOn().stream()
                                        .map(key -> JobTaskDependsOn.builder()
                                                .taskKey(key)
                                                .build())
                                        .toList());
        Contract.call(task, "complete", () -> task.complete(built));
        return built.build();
    }
}
