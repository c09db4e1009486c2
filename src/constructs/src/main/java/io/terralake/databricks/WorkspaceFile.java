package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFileConfig;
import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** A file of the repository in a workspace, such as the JAR of a job; up to some megabytes. */
public final class WorkspaceFile extends Construct {
    private final DatabricksWorkspace workspace;
    private final String workspacePath;

    /**
     * @param path where it lies in the workspace, such as {@code /Shared/tlake/loan-versions.jar}
     * @param source where it lies in the repository, such as {@code src/jobs/target/jobs.jar}. Terraform reads it when it
     *     plans, so it must have been built by then.
     */
    public WorkspaceFile(Construct scope, String id, DatabricksWorkspace workspace, String path, String source) {
        super(scope, id);
        this.workspace = workspace;
        WorkspaceProvider.configure(this, workspace);
        var resource = new com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFile(
                this,
                "Resource",
                WorkspaceFileConfig.builder()
                        .path(path)
                        .source(PlatformStack.REPOSITORY + source)
                        .build());
        this.workspacePath = resource.getWorkspacePath();
    }

    DatabricksWorkspace workspace() {
        return workspace;
    }

    /** The file's path for clusters, as a token that makes who uses it wait for it. */
    public String workspacePath() {
        return workspacePath;
    }
}
