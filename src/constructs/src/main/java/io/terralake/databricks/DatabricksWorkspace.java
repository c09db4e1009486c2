package io.terralake.databricks;

import com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspaceConfig;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspaceCustomParameters;
import io.terralake.core.AzureResource;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.network.DatabricksSubnets;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A premium workspace whose machines have no public addresses and stand in the platform's virtual network. In private
 * mode users and machines reach it by private endpoint only.
 */
public final class DatabricksWorkspace extends Construct {
    private final com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspace resource;
    private final String workspaceId;
    private final AccessConnector connector;

    /** @throws ConstructException in private mode when the network has no subnets for it */
    public DatabricksWorkspace(Construct scope, String id, DatabricksWorkspaceProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Network network = stack.network();
        Optional<DatabricksSubnets> subnets = network.databricksSubnets();
        if (!network.publicAccess() && subnets.isEmpty()) {
            throw new ConstructException(
                    this, "in private mode a workspace needs subnets: give the PrivateNetwork DatabricksRanges");
        }
        String name = stack.nameOf(this, AzureResource.DATABRICKS_WORKSPACE, props.name());
        this.connector = new AccessConnector(this, "AccessConnector");
        this.resource = new com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspace(
                this,
                "Resource",
                DatabricksWorkspaceConfig.builder()
                        .name(name)
                        .resourceGroupName(stack.resourceGroupName())
                        .managedResourceGroupName(stack.nameOf(this, AzureResource.RESOURCE_GROUP, "rg-" + name))
                        .location(stack.location())
                        .sku("premium")
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .networkSecurityGroupRulesRequired(
                                network.publicAccess() ? "AllRules" : "NoAzureDatabricksRules")
                        .customParameters(parameters(subnets))
                        .tags(stack.tags())
                        .build());
        this.workspaceId = resource.getId();
        stack.protection().retainAndLock(resource, workspaceId, props.removalPolicy());
        network.connect(
                this, workspaceId, name, PrivateLink.DATABRICKS_UI_API, PrivateLink.DATABRICKS_BROWSER_AUTHENTICATION);
    }

    /** The Azure id of the workspace. */
    public String workspaceId() {
        return workspaceId;
    }

    /** The workspace's address, such as {@code https://adb-1234567890123456.7.azuredatabricks.net}. */
    public String url() {
        return "https://" + resource.getWorkspaceUrl();
    }

    /** The identity that Unity Catalog reaches storage with; it needs grants on it. */
    public AccessConnector connector() {
        return connector;
    }

    /**
     * Makes a principal an administrator of the workspace. Databricks knows no smaller role in Azure; a factory that runs
     * jobs as itself needs it.
     */
    public Grant grantManage(Principal principal) {
        return Grant.of(this, workspaceId, Role.CONTRIBUTOR, principal);
    }

    private static DatabricksWorkspaceCustomParameters parameters(Optional<DatabricksSubnets> subnets) {
        var parameters = DatabricksWorkspaceCustomParameters.builder().noPublicIp(true);
        subnets.ifPresent(network -> parameters
                .virtualNetworkId(network.virtualNetworkId())
                .publicSubnetName(network.host().name())
                .publicSubnetNetworkSecurityGroupAssociationId(network.host().securityGroupAssociationId())
                .privateSubnetName(network.container().name())
                .privateSubnetNetworkSecurityGroupAssociationId(
                        network.container().securityGroupAssociationId()));
        return parameters.build();
    }
}
