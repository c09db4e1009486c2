package io.terralake.kubernetes;

import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterAzureActiveDirectoryRoleBasedAccessControl;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterConfig;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterIdentity;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterKeyVaultSecretsProvider;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterNetworkProfile;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tree;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Deployer;
import io.terralake.identity.Principal;
import io.terralake.identity.PrincipalType;
import io.terralake.identity.RoleGrant;
import io.terralake.identity.UserAssignedIdentity;
import io.terralake.identity.UserAssignedIdentityProps;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A cluster that only Entra identities get into: its own accounts are off, and roles of Azure say who may do what in it. In private mode
 * its API server is reached in the network only. Azure upgrades it by itself. Nobody runs commands in it through Azure Resource Manager:
 * they would run as its administrator, whatever their roles in the cluster are.
 *
 * <p>Nodes encrypt their disks themselves, which a subscription allows once: {@code az feature register --namespace Microsoft.Compute
 * --name EncryptionAtHost}.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/best-practices">Best practices for AKS</a>
 */
public final class KubernetesCluster extends AbstractKubernetesCluster {
    private static final NamingRule NAMING = NamingRule.of(
            "kubernetes cluster",
            "aks",
            1,
            63,
            "[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?",
            "letters, digits, '_' and '-', a letter or digit at both ends");
    private static final NamingRule DNS_PREFIX = NamingRule.of(
            "DNS prefix",
            "",
            1,
            54,
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?",
            "letters, digits and '-', a letter or digit at both ends");

    /** The control plane's, without reads: {@code kube-audit} has all of them, hundreds of GB a month. */
    private static final LogProfile LOGS = LogProfile.ofCategories(
                    "cloud-controller-manager",
                    "cluster-autoscaler",
                    "guard",
                    "kube-apiserver",
                    "kube-audit-admin",
                    "kube-controller-manager",
                    "kube-scheduler")
            .inTablesOfItsOwn();

    /** The load balancer's, and in private mode that of the API server. */
    private static final int OTHER_ADDRESSES = 2;

    private static final int WEEK_IN_HOURS = 168;

    private final com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesCluster resource;
    private final String clusterId;
    private final String name;
    private final String location;
    private final int minNodes;
    private final UserAssignedIdentity identity;

    /** @throws ConstructException when a name, a range, a zone or an administrator is not allowed, or the subnet is too small or elsewhere */
    public KubernetesCluster(Construct scope, String id, KubernetesClusterProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        Placement place = Placement.of(this);
        IKubernetesSubnet subnet = props.subnet();
        this.name = stack.nameOf(this, NAMING, props.name(), Objects.requireNonNullElse(props.purpose(), ""));
        this.location = place.location();
        this.minNodes = Objects.requireNonNull(props.minNodes());
        int nodes = NodePool.mostNodes(props);
        ClusterRanges ranges = ranges(props, nodes);
        requireRegionOf(subnet, place);
        if (subnet instanceof KubernetesSubnet made) {
            made.reserve(this, nodes + OTHER_ADDRESSES);
        }
        this.identity = new UserAssignedIdentity(
                this,
                "Identity",
                UserAssignedIdentityProps.builder()
                        .purpose(props.purpose() == null ? "aks" : "aks-" + props.purpose())
                        .build());
        KubernetesClusterConfig.Builder config = config(props, place, ranges);
        new ApiServer(this, subnet, location, props.privateDnsZoneId())
                .apply(config, stack.nameOf(this, DNS_PREFIX, Objects.requireNonNullElse(props.dnsPrefix(), name)));
        this.resource = new com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesCluster(
                this, "Resource", config.build());
        this.clusterId = resource.getId();
        grantNetwork(props, subnet);
        stack.protection().keepAddress(resource);
        Diagnostics.send(resource, LOGS);
    }

    /**
     * An existing cluster, in the region of the place where it is imported.
     *
     * @throws ConstructException when the id is not that of a cluster
     */
    public static IKubernetesCluster fromKubernetesClusterId(Construct scope, String id, String clusterId) {
        return new ImportedKubernetesCluster(scope, id, clusterId);
    }

    @Override
    public String clusterId() {
        return clusterId;
    }

    @Override
    public String clusterName() {
        return name;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Optional<Integer> minNodes() {
        return Optional.of(minNodes);
    }

    /** Who works with the network for the cluster. */
    public UserAssignedIdentity identity() {
        return identity;
    }

    /** Who pulls images on its nodes, for {@code registry.grantPull(cluster.nodes())}. */
    public Principal nodes() {
        return Principal.servicePrincipal(
                Tree.idOf(this) + "-nodes", resource.getKubeletIdentity().getObjectId());
    }

    /** How busy its nodes are, in percent of their cores. */
    public Metric metricNodeCpu() {
        return new Metric(TYPE, "node_cpu_usage_percentage", Aggregation.AVERAGE, clusterId);
    }

    private KubernetesClusterConfig.Builder config(
            KubernetesClusterProps props, Placement place, ClusterRanges ranges) {
        PlatformStack stack = PlatformStack.of(this);
        return KubernetesClusterConfig.builder()
                .name(name)
                .resourceGroupName(place.resourceGroupName())
                .location(location)
                .skuTier(tier(props, stack).azureName())
                .localAccountDisabled(true)
                .roleBasedAccessControlEnabled(true)
                .azureActiveDirectoryRoleBasedAccessControl(entra(props))
                .oidcIssuerEnabled(true)
                .workloadIdentityEnabled(true)
                .azurePolicyEnabled(true)
                .keyVaultSecretsProvider(KubernetesClusterKeyVaultSecretsProvider.builder()
                        .secretRotationEnabled(true)
                        .build())
                .runCommandEnabled(false)
                .automaticUpgradeChannel("stable")
                .nodeOsUpgradeChannel("NodeImage")
                .imageCleanerEnabled(true)
                .imageCleanerIntervalHours(WEEK_IN_HOURS)
                .identity(KubernetesClusterIdentity.builder()
                        .type("UserAssigned")
                        .identityIds(List.of(identity.resourceId()))
                        .build())
                .networkProfile(network(ranges))
                .defaultNodePool(NodePool.of(this, props))
                .tags(stack.tags());
    }

    private ClusterRanges ranges(KubernetesClusterProps props, int nodes) {
        ClusterRanges ranges = new ClusterRanges(
                Objects.requireNonNull(props.podRange()), Objects.requireNonNull(props.serviceRange()));
        try {
            ranges.check(PlatformStack.of(this).environment().settings().network(), nodes);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        return ranges;
    }

    private void requireRegionOf(IKubernetesSubnet subnet, Placement place) {
        String network = Placement.of((Construct) subnet).location();
        if (!network.equals(place.location())) {
            throw new ConstructException(
                    this, "a cluster in %s cannot have nodes in a network in %s".formatted(place.location(), network));
        }
    }

    /** Whoever registers a cluster in a zone of one's own links the zone to the network, and so has to be let into all of it. */
    private void grantNetwork(KubernetesClusterProps props, IKubernetesSubnet subnet) {
        String zoneId = props.privateDnsZoneId();
        String network = zoneId == null
                ? Contract.ask(this, subnet, "subnetId", subnet::subnetId)
                : Contract.ask(this, subnet, "virtualNetworkId", subnet::virtualNetworkId);
        RoleGrant.of((Construct) subnet, network, KubernetesRole.NETWORK_CONTRIBUTOR, identity)
                .applyBefore(resource);
        if (zoneId != null) {
            RoleGrant.of(this, zoneId, KubernetesRole.PRIVATE_DNS_ZONE_CONTRIBUTOR, identity)
                    .applyBefore(resource);
        }
    }

    private static ClusterTier tier(KubernetesClusterProps props, PlatformStack stack) {
        return Objects.requireNonNullElse(
                props.tier(), stack.protection().isRetained(null) ? ClusterTier.STANDARD : ClusterTier.FREE);
    }

    private KubernetesClusterAzureActiveDirectoryRoleBasedAccessControl entra(KubernetesClusterProps props) {
        List<CheckedPrincipal> groups = Objects.requireNonNull(props.administrators()).stream()
                .map(group -> new CheckedPrincipal(this, group))
                .toList();
        groups.forEach(group -> {
            if (!group.principalType().equals(Optional.of(PrincipalType.GROUP))) {
                throw new ConstructException(
                        this, "the administrator \"%s\" is not a group".formatted(group.principalName()));
            }
        });
        return KubernetesClusterAzureActiveDirectoryRoleBasedAccessControl.builder()
                .azureRbacEnabled(true)
                .tenantId(Deployer.of(this).tenantId())
                .adminGroupObjectIds(
                        groups.isEmpty()
                                ? null
                                : groups.stream()
                                        .map(CheckedPrincipal::principalId)
                                        .toList())
                .build();
    }

    private static KubernetesClusterNetworkProfile network(ClusterRanges ranges) {
        return KubernetesClusterNetworkProfile.builder()
                .networkPlugin("azure")
                .networkPluginMode("overlay")
                .networkDataPlane("cilium")
                .networkPolicy("cilium")
                .loadBalancerSku("standard")
                .outboundType("userAssignedNATGateway")
                .podCidr(ranges.pods())
                .serviceCidr(ranges.services())
                .dnsServiceIp(ranges.dnsService())
                .build();
    }
}
