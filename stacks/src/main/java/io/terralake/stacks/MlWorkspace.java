package io.terralake.stacks;

import io.terralake.azure.Region;
import io.terralake.core.ConstructException;
import io.terralake.core.Place;
import io.terralake.core.PlaceProps;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.Deployer;
import io.terralake.identity.Principal;
import io.terralake.keyvault.EncryptionKey;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.kubernetes.IKubernetesSubnet;
import io.terralake.machinelearning.ComputeCluster;
import io.terralake.machinelearning.ComputeClusterProps;
import io.terralake.machinelearning.Datastore;
import io.terralake.machinelearning.DatastoreProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.machinelearning.MachineLearningWorkspaceProps;
import io.terralake.machinelearning.OnlineEndpoint;
import io.terralake.machinelearning.OnlineEndpointProps;
import io.terralake.settings.Environment;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A workspace of Azure ML with what it stands on, its machines, a datastore for each zone of the lake, and endpoints. */
final class MlWorkspace extends StackPart {
    /** What {@code training/job.yml} runs on. */
    private static final String CLUSTER = "training";

    private final MachineLearningWorkspace workspace;

    /**
     * @param zones the zones of the lake that jobs read
     * @param environmentKey the environment's key of one's own, if it has one
     * @param nodes where nodes of Kubernetes are, if there may be any
     * @throws ConstructException when it has one, and the workspace is in another region and has none, or there is no place for nodes
     */
    MlWorkspace(
            Construct scope,
            MlWorkspaceSettings settings,
            List<Zone> zones,
            @Nullable IEncryptionKey environmentKey,
            Optional<IKubernetesSubnet> nodes) {
        super(scope, settings.name());
        Construct place = settings.region() == null ? this : elsewhere(settings);
        this.workspace = new MachineLearningWorkspace(
                place,
                "Workspace",
                MachineLearningWorkspaceProps.builder()
                        .purpose(settings.name())
                        .encryption(encryptionKey(settings, environmentKey))
                        .build());
        ComputeCluster cluster = new ComputeCluster(
                place,
                "Cluster",
                ComputeClusterProps.builder()
                        .workspace(workspace)
                        .name(CLUSTER)
                        .vmSize(settings.vmSize())
                        .maxNodes(Objects.requireNonNull(settings.maxNodes()))
                        .idleTime(Duration.ofMinutes(settings.idleMinutes()))
                        .build());
        workspace.buildImagesOn(cluster);
        for (Zone zone : zones) {
            new Datastore(
                    place,
                    "Datastore-" + zone.zoneName(),
                    DatastoreProps.builder().workspace(workspace).zone(zone).build());
            zone.grantRead(cluster);
        }
        Environment environment = PlatformStack.of(this).environment();
        String prefix = "%s-%s-".formatted(environment.settings().workload(), environment.name());
        Objects.requireNonNull(settings.onlineEndpoints())
                .forEach(name -> new OnlineEndpoint(
                        place,
                        "Endpoint-" + name,
                        OnlineEndpointProps.builder()
                                .workspace(workspace)
                                .name(prefix + name)
                                .build()));
        if (settings.kubernetes() != null) {
            IKubernetesSubnet subnet = nodes.orElseThrow(() -> new ConstructException(
                    this, "kubernetes needs landingZone.kubernetesSubnet, which its nodes are in"));
            new MlKubernetes(place, settings.name(), settings.kubernetes(), subnet, workspace, prefix::concat);
        }
    }

    MachineLearningWorkspace workspace() {
        return workspace;
    }

    /** The workspace as a request to register datasets names it. */
    Map<String, String> definition() {
        return Map.of(
                "workspace_name",
                workspace.displayName(),
                "subscription_id",
                Deployer.of(this).subscriptionId(),
                "resource_group",
                Placement.of(workspace).resourceGroupName());
    }

    /** Lets people run jobs and deploy models. */
    void letWork(Principal scientists) {
        workspace.grantExperiment(scientists);
    }

    /** A vault and what its keys encrypt are in one region. */
    private @Nullable IEncryptionKey encryptionKey(
            MlWorkspaceSettings settings, @Nullable IEncryptionKey environmentKey) {
        KeySettings own = settings.encryptionKey();
        if (own != null) {
            return EncryptionKey.fromKeyUri(this, "Key", own.uri(), own.vaultId(), own.identityId());
        }
        Region shared = PlatformStack.of(this).environment().settings().location();
        if (environmentKey != null && settings.region() != null && settings.region() != shared) {
            throw new ConstructException(
                    this,
                    "an encryptionKey in %s is missing: the environment's is in %s"
                            .formatted(settings.region().azureName(), shared.azureName()));
        }
        return environmentKey;
    }

    private Place elsewhere(MlWorkspaceSettings settings) {
        return new Place(
                this,
                "Place",
                PlaceProps.builder()
                        .purpose(settings.name())
                        .region(settings.region())
                        .build());
    }
}
