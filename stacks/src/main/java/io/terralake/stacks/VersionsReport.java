package io.terralake.stacks;

import io.terralake.core.PlatformStack;
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

/** A job that lists the versions of a Delta table every morning and compares the last two. */
final class VersionsReport extends Construct {
    private static final String MAIN = "io.terralake.jobs.DeltaVersionsCommand";

    private final DatabricksWorkspace workspace;
    private final String platform;

    /**
     * @param source the zone of the table
     * @param table the table's folder
     * @param target the zone that the report goes to, into the folder {@code <table>_versions}
     */
    VersionsReport(Construct scope, String id, DatabricksWorkspace workspace, Zone source, String table, Zone target) {
        super(scope, id);
        this.workspace = workspace;
        var environment = PlatformStack.of(this).environment();
        this.platform = environment.settings().workload() + "-" + environment.name();
        LakeAccess lake = new LakeAccess(this, workspace, platform, table);
        String versions = table + "_versions";
        String from = lake.read("Table", table, source, table);
        String to = lake.write("Report", versions, target, versions);
        WorkspaceFile jar = new WorkspaceFile(
                this,
                "Jar",
                WorkspaceFileProps.builder()
                        .workspace(workspace)
                        .path("/Shared/%s/loan-versions.jar".formatted(platform))
                        .source("src/jobs/target/jobs.jar")
                        .build());
        new Job(
                this,
                "Job",
                JobProps.builder()
                        .name(platform + "-loan-versions")
                        .policy(policy())
                        .tasks(List.of(
                                new Task.Jar(
                                        "list",
                                        jar,
                                        MAIN,
                                        List.of("list", from, "--output", to + "/versions"),
                                        List.of()),
                                new Task.Jar(
                                        "compare",
                                        jar,
                                        MAIN,
                                        List.of("compare", from, "--output", to + "/changes"),
                                        List.of("list"))))
                        .cron("0 0 5 * * ?")
                        .emails(environment.settings().monitoring().alertEmails())
                        .build());
    }

    private ClusterPolicy policy() {
        return new ClusterPolicy(
                this,
                "Policy",
                ClusterPolicyProps.builder()
                        .workspace(workspace)
                        .name(platform + "-loan-versions")
                        .build());
    }
}
