package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.Job;
import io.terralake.databricks.JobProps;
import io.terralake.databricks.Task;
import io.terralake.databricks.WorkspaceFile;
import io.terralake.databricks.WorkspaceFileProps;
import io.terralake.storage.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A job that lists the versions of a Delta table every morning and compares the last two. */
final class VersionsReport extends StackPart {
    private static final String MAIN = "io.terralake.jobs.DeltaVersionsCommand";

    private final DatabricksWorkspace workspace;
    private final String platform;
    private final String tableUrl;
    private final String reportUrl;

    /**
     * @param source the zone of the table
     * @param table the table's folder
     * @param target the zone that the report goes to, into the folder {@code <table>_versions}
     * @param runAs whom it runs as; null for whoever deploys
     */
    VersionsReport(
            Construct scope,
            String id,
            DatabricksWorkspace workspace,
            Zone source,
            String table,
            Zone target,
            @Nullable DatabricksPrincipal runAs) {
        super(scope, id);
        this.workspace = workspace;
        var environment = PlatformStack.of(this).environment();
        this.platform = environment.settings().workload() + "-" + environment.name();
        LakeAccess lake = new LakeAccess(this, workspace, platform, table);
        String versions = table + "_versions";
        // Who makes a table over an empty folder writes its first version.
        this.tableUrl = lake.write("Table", table, source, table);
        this.reportUrl = lake.write("Report", versions, target, versions);
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
                        .policy(policy(runAs))
                        .tasks(List.of(
                                new Task.Jar(
                                        "list",
                                        jar,
                                        MAIN,
                                        List.of("list", tableUrl, "--output", reportUrl + "/versions"),
                                        List.of()),
                                new Task.Jar(
                                        "compare",
                                        jar,
                                        MAIN,
                                        List.of("compare", tableUrl, "--output", reportUrl + "/changes"),
                                        List.of("list"))))
                        .cron("0 0 5 * * ?")
                        .emails(environment.settings().monitoring().alertEmails())
                        .runAs(runAs == null ? null : runAs.name())
                        .build());
    }

    /** The address of the table's folder. */
    String tableUrl() {
        return tableUrl;
    }

    /** The address of the report's folder. */
    String reportUrl() {
        return reportUrl;
    }

    private ClusterPolicy policy(@Nullable DatabricksPrincipal runAs) {
        ClusterPolicy policy = new ClusterPolicy(
                this,
                "Policy",
                ClusterPolicyProps.builder()
                        .workspace(workspace)
                        .name(platform + "-loan-versions")
                        .build());
        if (runAs != null) {
            policy.grantUse(runAs);
        }
        return policy;
    }
}
