package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.provider.DatabricksProvider;
import com.hashicorp.cdktf.providers.databricks.provider.DatabricksProviderConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/**
 * A stack's access to what is inside a workspace. Terraform logs in there by Entra ID, as it does in Azure. Constructs of the
 * library have it made; ask for it before you make a resource of Databricks with the bindings themselves.
 */
public final class WorkspaceProvider extends StackPart {
    private static final String ID = "DatabricksProvider";

    private final IDatabricksWorkspace workspace;

    private WorkspaceProvider(PlatformStack stack, IDatabricksWorkspace workspace) {
        super(stack, ID);
        this.workspace = workspace;
        new DatabricksProvider(
                this,
                "Resource",
                DatabricksProviderConfig.builder()
                        .host(workspace.url())
                        .azureWorkspaceResourceId(workspace.workspaceId())
                        .build());
    }

    /**
     * Makes sure that a construct's stack can work in a workspace.
     *
     * @throws ConstructException when the stack works in another one
     */
    public static void configure(Construct construct, IDatabricksWorkspace workspace) {
        PlatformStack stack = PlatformStack.of(construct);
        WorkspaceProvider known =
                stack.child(ID, WorkspaceProvider.class, () -> new WorkspaceProvider(stack, workspace));
        if (!known.workspace.workspaceId().equals(workspace.workspaceId())) {
            throw new ConstructException(
                    construct,
                    "a stack works in one Databricks workspace, and this one works in \"%s\" already"
                            .formatted(known.workspace.getNode().getPath()));
        }
    }
}
