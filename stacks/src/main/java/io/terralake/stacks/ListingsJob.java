package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.Job;
import io.terralake.databricks.JobProps;
import io.terralake.databricks.Task;
import io.terralake.databricks.WorkspaceFile;
import io.terralake.databricks.WorkspaceFileProps;
import io.terralake.storage.Zone;
import java.util.List;
import software.constructs.Construct;

/** A job that takes new listings from the raw files into a Delta table, each once. The {@link CarsPipeline} runs it. */
final class ListingsJob extends StackPart {
    /** Below the product's folder in the refined zone. */
    static final String CHANGES = "changes";

    /** Likewise. */
    static final String PROCESSED = "processed";

    /**
     * A record of so many files is a text that an expression of a workflow takes, 131,072 characters as base64; a file has some 200.
     *
     * @see <a href="https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#messages">Limits and configuration for
     *     Azure Logic Apps</a>
     */
    private static final String FILES_PER_BATCH = "400";

    private final Job job;
    private final String rawUrl;
    private final String tableUrl;

    /**
     * @param raw the zone of the captured files
     * @param refined the zone of the table {@code cars}, of what changed in it, of the quarantine, and of what the job remembers
     * @param folder the product's folder in both
     */
    ListingsJob(Construct scope, String id, DatabricksWorkspace workspace, Zone raw, Zone refined, String folder) {
        super(scope, id);
        var environment = PlatformStack.of(this).environment();
        String platform = environment.settings().workload() + "-" + environment.name();
        String name = platform + "-" + folder;
        LakeAccess lake = new LakeAccess(this, workspace, platform, folder);
        this.rawUrl = lake.read("Raw", folder + "-raw", raw, folder);
        String to = lake.write("Refined", folder, refined, folder);
        this.tableUrl = to + "/cars";
        WorkspaceFile jar = new WorkspaceFile(
                this,
                "Jar",
                WorkspaceFileProps.builder()
                        .workspace(workspace)
                        .path("/Shared/%s/used-cars.jar".formatted(platform))
                        .source("src/jobs/target/jobs.jar")
                        .build());
        this.job = new Job(
                this,
                "Job",
                JobProps.builder()
                        .name(name)
                        .policy(new ClusterPolicy(
                                this,
                                "Policy",
                                ClusterPolicyProps.builder()
                                        .workspace(workspace)
                                        .name(name)
                                        .build()))
                        .tasks(List.of(new Task.Jar(
                                "merge",
                                jar,
                                "io.terralake.jobs.UsedCarsCommand",
                                List.of(
                                        "--input", rawUrl,
                                        "--silver", tableUrl,
                                        "--quarantine", to + "/quarantine",
                                        "--checkpoint", to + "/checkpoint",
                                        "--processed", to + "/" + PROCESSED,
                                        "--changes", to + "/" + CHANGES,
                                        "--files-per-batch", FILES_PER_BATCH),
                                List.of())))
                        .emails(environment.settings().monitoring().alertEmails())
                        .build());
    }

    /** The address of the raw files. */
    String rawUrl() {
        return rawUrl;
    }

    /** The address of the table. */
    String tableUrl() {
        return tableUrl;
    }

    /** The id of the job in the workspace. */
    String jobId() {
        return job.jobId();
    }
}
