package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFileConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/** A file of the repository in a workspace, such as the JAR of a job; up to some megabytes. */
public final class WorkspaceFile extends StackPart {
    private final IDatabricksWorkspace workspace;
    private final String workspacePath;

    /** @throws io.terralake.core.ConstructException when the path or the source has another form */
    public WorkspaceFile(Construct scope, String id, WorkspaceFileProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspacePath.check(this, props.path(), props.source());
        this.workspace = props.workspace();
        WorkspaceProvider.configure(this, workspace);
        var resource = new com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFile(
                this,
                "Resource",
                WorkspaceFileConfig.builder()
                        .path(TerraformText.literal(props.path()))
                        .source(PlatformStack.of(scope).repository() + TerraformText.literal(props.source()))
                        .build());
        this.workspacePath = resource.getWorkspacePath();
    }

    IDatabricksWorkspace workspace() {
        return workspace;
    }

    /** The file's path for clusters, as a token that makes who uses it wait for it. */
    public String workspacePath() {
        return workspacePath;
    }
}
