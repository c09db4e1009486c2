package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFileConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import io.terralake.declarations.RepositoryPath;
import software.constructs.Construct;

/** A file of the repository in a workspace, such as the JAR of a job; up to some megabytes. */
public final class WorkspaceFile extends Construct {
    private final IDatabricksWorkspace workspace;
    private final String workspacePath;

    /** @throws ConstructException when the path or the source has another form */
    public WorkspaceFile(Construct scope, String id, WorkspaceFileProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        if (!props.path().startsWith("/")) {
            throw new ConstructException(
                    this,
                    "path \"%s\" is not allowed: one in the workspace, which starts with /".formatted(props.path()));
        }
        if (!RepositoryPath.matches(props.source())) {
            throw new ConstructException(
                    this, "source \"%s\" is not allowed: %s".formatted(props.source(), RepositoryPath.FORM));
        }
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
