package io.terralake.databricks;

import com.hashicorp.cdktf.providers.azurerm.data_azurerm_databricks_workspace.DataAzurermDatabricksWorkspace;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_databricks_workspace.DataAzurermDatabricksWorkspaceConfig;
import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import io.terralake.identity.GeneralRole;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** A workspace that is managed elsewhere. Its address is in none of its names: Terraform asks Azure for it. */
final class ImportedWorkspace extends StackPart implements IDatabricksWorkspace {
    private final String workspaceId;
    private final DataAzurermDatabricksWorkspace data;

    ImportedWorkspace(Construct scope, String id, String workspaceId) {
        super(scope, id);
        ImportedId imported = new ImportedId(this, workspaceId, "Microsoft.Databricks/workspaces")
                .requireOwnSubscription("Terraform reads the workspace's address there");
        this.workspaceId = imported.toString();
        this.data = new DataAzurermDatabricksWorkspace(
                this,
                "Resource",
                DataAzurermDatabricksWorkspaceConfig.builder()
                        .name(imported.name(0))
                        .resourceGroupName(imported.resourceGroupName())
                        .build());
    }

    @Override
    public String workspaceId() {
        return workspaceId;
    }

    @Override
    public String url() {
        return "https://" + data.getWorkspaceUrl();
    }

    @Override
    public Grant grantManage(Principal principal) {
        return RoleGrant.of(this, workspaceId, GeneralRole.CONTRIBUTOR, principal);
    }
}
