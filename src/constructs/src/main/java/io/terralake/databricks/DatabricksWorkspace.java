package io.terralake.databricks;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspaceConfig;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspaceCustomParameters;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace_root_dbfs_customer_managed_key.DatabricksWorkspaceRootDbfsCustomerManagedKey;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace_root_dbfs_customer_managed_key.DatabricksWorkspaceRootDbfsCustomerManagedKeyConfig;
import com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpoint;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.DependsOn;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.GeneralRole;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import io.terralake.storage.StorageNames;
import io.terralake.storage.StoragePrivateLink;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A premium workspace whose machines have no public addresses and stand in the platform's virtual network. In private
 * mode users and machines reach it by private endpoint only, and so do machines the storage that Databricks makes for it.
 */
public final class DatabricksWorkspace extends StackPart implements IDatabricksWorkspace {
    /** Chosen once: other values would replace the workspace. */
    private static final List<String> FIXED =
            List.of("custom_parameters[0].storage_account_name", "infrastructure_encryption_enabled");

    private static final List<String> FIXED_OR_ROTATED = Stream.concat(
                    FIXED.stream(), Stream.of("managed_disk_cmk_key_vault_key_id"))
            .toList();

    private static final NamingRule NAMING = DatabricksNames.rule("databricks workspace", "dbw");

    private final com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspace resource;
    private final String workspaceId;
    private final String url;
    private final AccessConnector connector;

    /** @throws ConstructException in private mode when it is given no subnets */
    public DatabricksWorkspace(Construct scope, String id, DatabricksWorkspaceProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        Optional<IDatabricksSubnets> subnets = Optional.ofNullable(props.subnets());
        if (!network.publicAccess() && subnets.isEmpty()) {
            throw new ConstructException(
                    this, "in private mode a workspace needs subnets: give it DatabricksSubnets in the network");
        }
        String name = stack.nameOf(this, NAMING, props.name());
        IEncryptionKey key = props.encryption();
        this.connector = new AccessConnector(this, "AccessConnector");
        this.resource = new com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspace(
                this,
                "Resource",
                DatabricksWorkspaceConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .managedResourceGroupName(stack.nameOf(this, PlatformStack.RESOURCE_GROUP_NAMING, "rg-" + name))
                        .location(place.location())
                        .sku("premium")
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .networkSecurityGroupRulesRequired(
                                network.publicAccess() ? "AllRules" : "NoAzureDatabricksRules")
                        .customParameters(parameters(subnets, network.publicAccess() ? null : rootStorageName(name)))
                        .infrastructureEncryptionEnabled(true)
                        // In public mode machines would lose the storage of their own workspace.
                        .defaultStorageFirewallEnabled(network.publicAccess() ? null : true)
                        .accessConnectorId(network.publicAccess() ? null : connector.resourceId())
                        .customerManagedKeyEnabled(key == null ? null : true)
                        .managedServicesCmkKeyVaultKeyId(key == null ? null : key.versionedKeyUri())
                        .managedDiskCmkKeyVaultKeyId(key == null ? null : key.versionedKeyUri())
                        .managedDiskCmkRotationToLatestVersionEnabled(key == null ? null : true)
                        .tags(stack.tags())
                        .build());
        this.workspaceId = resource.getId();
        this.url = "https://" + resource.getWorkspaceUrl();
        stack.protection().retain(resource, props.removalPolicy(), key == null ? FIXED : FIXED_OR_ROTATED);
        Diagnostics.send(resource, LogProfile.ALL_LOGS);
        network.connect(
                this, workspaceId, name, DatabricksPrivateLink.UI_API, DatabricksPrivateLink.BROWSER_AUTHENTICATION);
        if (!network.publicAccess()) {
            network.connect(this, rootStorageId(), name + "-root", StoragePrivateLink.BLOB, StoragePrivateLink.DFS);
        }
        if (key != null) {
            encrypt(key, Objects.requireNonNull(props.application()));
        }
    }

    /** Disks and the workspace's own storage have identities when the workspace is there. */
    private void encrypt(IEncryptionKey key, Principal application) {
        key.applyBefore(resource);
        key.grantUse(application).applyBefore(resource);
        String path = getNode().getPath().replace('/', '-');
        key.grantUse(Principal.servicePrincipal(
                path + " disks", resource.getManagedDiskIdentity().get(0).getPrincipalId()));
        List<TerraformResource> before = changes();
        Construct root = new DatabricksWorkspaceRootDbfsCustomerManagedKey(
                this,
                "RootEncryption",
                DatabricksWorkspaceRootDbfsCustomerManagedKeyConfig.builder()
                        .workspaceId(workspaceId)
                        .keyVaultKeyId(key.versionedKeyUri())
                        .build());
        key.grantUse(Principal.servicePrincipal(
                        path + " storage",
                        resource.getStorageAccountIdentity().get(0).getPrincipalId()))
                .applyBefore(root);
        DependsOn.add(root, before);
    }

    /**
     * What changes the workspace after it was made. What else does so, such as a factory's managed endpoint, waits for these: Azure
     * changes a workspace in one way at a time (hashicorp/terraform-provider-azurerm#26373).
     */
    public List<TerraformResource> changes() {
        return getNode().findAll().stream()
                .filter(part -> part instanceof PrivateEndpoint
                        || part instanceof DatabricksWorkspaceRootDbfsCustomerManagedKey)
                .map(TerraformResource.class::cast)
                .toList();
    }

    /** The name of the storage account that Databricks makes for the workspace itself; a workspace that is there keeps its own. */
    private String rootStorageName(String workspaceName) {
        return PlatformStack.of(this)
                .nameOf(
                        this,
                        StorageNames.ACCOUNT,
                        "st" + workspaceName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private String rootStorageId() {
        return "%s/providers/Microsoft.Storage/storageAccounts/%s"
                .formatted(
                        resource.getManagedResourceGroupId(),
                        resource.getCustomParameters().getStorageAccountName());
    }

    /**
     * An existing workspace.
     *
     * @throws ConstructException when the id is not that of a workspace, or it is in another subscription than the
     *     environment
     */
    public static IDatabricksWorkspace fromWorkspaceId(Construct scope, String id, String workspaceId) {
        return new ImportedWorkspace(scope, id, workspaceId);
    }

    @Override
    public String workspaceId() {
        return workspaceId;
    }

    @Override
    public String url() {
        return url;
    }

    /** The identity that Unity Catalog reaches storage with; it needs grants on it. */
    public AccessConnector connector() {
        return connector;
    }

    @Override
    public Grant grantManage(Principal principal) {
        return RoleGrant.of(this, workspaceId, GeneralRole.CONTRIBUTOR, principal);
    }

    private DatabricksWorkspaceCustomParameters parameters(
            Optional<IDatabricksSubnets> subnets, @Nullable String rootStorageName) {
        var parameters =
                DatabricksWorkspaceCustomParameters.builder().noPublicIp(true).storageAccountName(rootStorageName);
        subnets.ifPresent(given -> {
            IDatabricksSubnets.Delegated host = Contract.ask(this, given, "host", given::host);
            IDatabricksSubnets.Delegated container = Contract.ask(this, given, "container", given::container);
            parameters
                    .virtualNetworkId(Contract.ask(this, given, "virtualNetworkId", given::virtualNetworkId))
                    .publicSubnetName(host.name())
                    .publicSubnetNetworkSecurityGroupAssociationId(host.securityGroupAssociationId())
                    .privateSubnetName(container.name())
                    .privateSubnetNetworkSecurityGroupAssociationId(container.securityGroupAssociationId());
        });
        return parameters.build();
    }
}
