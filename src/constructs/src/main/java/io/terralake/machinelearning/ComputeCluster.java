package io.terralake.machinelearning;

import com.hashicorp.cdktf.providers.azurerm.machine_learning_compute_cluster.MachineLearningComputeCluster;
import com.hashicorp.cdktf.providers.azurerm.machine_learning_compute_cluster.MachineLearningComputeClusterConfig;
import com.hashicorp.cdktf.providers.azurerm.machine_learning_compute_cluster.MachineLearningComputeClusterIdentity;
import com.hashicorp.cdktf.providers.azurerm.machine_learning_compute_cluster.MachineLearningComputeClusterScaleSettings;
import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.identity.Grant;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import io.terralake.network.Network;
import io.terralake.storage.StorageRole;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Machines that come when jobs wait and go when none do. Nobody logs in to them; in private mode they have no public address. Jobs reach
 * data as the cluster's identity, which may write to the workspace's storage; Azure lets it pull from the workspace's registry.
 */
public final class ComputeCluster extends StackPart implements ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "compute cluster",
            "",
            3,
            32,
            "[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]",
            "letters, digits and hyphens inside, a letter first");

    private final IMachineLearningWorkspace workspace;
    private final String name;
    private final MachineLearningComputeCluster resource;
    private final String clusterId;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public ComputeCluster(Construct scope, String id, ComputeClusterProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        this.workspace = props.workspace();
        this.name = stack.nameOf(this, NAMING, props.name());
        this.resource = new MachineLearningComputeCluster(
                this,
                "Resource",
                MachineLearningComputeClusterConfig.builder()
                        .name(name)
                        .machineLearningWorkspaceId(workspace.workspaceId())
                        // A managed network is in one region.
                        .location(Placement.of((Construct) workspace).location())
                        .vmSize(TerraformText.literal(props.vmSize()))
                        .vmPriority(Objects.requireNonNull(props.priority()).azureName())
                        .scaleSettings(MachineLearningComputeClusterScaleSettings.builder()
                                .minNodeCount(Objects.requireNonNull(props.minNodes()))
                                .maxNodeCount(props.maxNodes())
                                .scaleDownNodesAfterIdleDuration(
                                        Objects.requireNonNull(props.idleTime()).toString())
                                .build())
                        .identity(MachineLearningComputeClusterIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .localAuthEnabled(false)
                        .sshPublicAccessEnabled(false)
                        .nodePublicIpEnabled(Network.of(this).publicAccess())
                        .tags(stack.tags())
                        .build());
        this.clusterId = resource.getId();
        if (workspace instanceof MachineLearningWorkspace made) {
            made.grantStorage(StorageRole.BLOB_DATA_CONTRIBUTOR, this);
            made.order(resource);
        }
    }

    /** What it is in. */
    public IMachineLearningWorkspace workspace() {
        return workspace;
    }

    /** Its name in the workspace, which jobs run on it by. */
    public String computeName() {
        return name;
    }

    /** Lets a principal start, stop and change the cluster. */
    public Grant grantOperate(Principal principal) {
        return RoleGrant.of(this, clusterId, MachineLearningRole.COMPUTE_OPERATOR, principal);
    }

    @Override
    public String resourceId() {
        return clusterId;
    }

    @Override
    public String principalId() {
        return resource.getIdentity().getPrincipalId();
    }

    /** What Entra ID calls its identity. */
    @Override
    public String displayName() {
        return "%s/computes/%s".formatted(workspace.workspaceName(), name);
    }
}
