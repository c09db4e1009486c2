package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.databricks.AccessConnector;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.ExternalLocation;
import io.terralake.databricks.ExternalLocationProps;
import io.terralake.databricks.Job;
import io.terralake.databricks.JobProps;
import io.terralake.databricks.StorageCredential;
import io.terralake.databricks.StorageCredentialProps;
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
    private final StorageCredential credential;

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
        this.credential = new StorageCredential(
                this,
                "Credential",
                StorageCredentialProps.builder()
                        .workspace(workspace)
                        .name(platform + "-" + table)
                        .accessConnectorId(workspace.connector().resourceId())
                        .build());
        String versions = table + "_versions";
        String from = location("Table", source, table, true);
        String to = location("Report", target, versions, false);
        WorkspaceFile jar = new WorkspaceFile(
                this,
                "Jar",
                WorkspaceFileProps.builder()
                        .workspace(workspace)
                        .path("/Shared/%s/loan-versions.jar".formatted(platform))
                        .source("src/jobs/target/loan-versions.jar")
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

    private String location(String id, Zone zone, String folder, boolean readOnly) {
        ExternalLocation location = new ExternalLocation(
                this,
                id,
                ExternalLocationProps.builder()
                        .name(platform + "-" + folder)
                        .credential(credential)
                        .zone(zone)
                        .folder(folder)
                        .readOnly(readOnly)
                        .build());
        AccessConnector connector = workspace.connector();
        (readOnly ? zone.grantRead(connector) : zone.grantWrite(connector)).applyBefore(location);
        return location.url();
    }
}
