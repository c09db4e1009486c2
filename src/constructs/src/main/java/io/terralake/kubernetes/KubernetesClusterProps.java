package io.terralake.kubernetes;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.azure.VmSize;
import io.terralake.core.RequiredFields;
import io.terralake.identity.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KubernetesCluster}. Fixed at creation are the names, the subnet, the ranges and the DNS zone: another value makes
 * another cluster.
 *
 * @param subnet where its nodes are
 * @param maxNodes the most nodes, 1 to 1000; upgrades bring a tenth of it more for a while
 * @param minNodes nodes that stay when there is little to do, 1 to {@code maxNodes}; @default 3, or {@code maxNodes} when that is less
 * @param vmSize the size of its nodes; host encryption must be possible with it; @default {@code Standard_D4ds_v5}, 4 cores and 16 GB
 * @param purpose what it is for, in derived names, when a platform has several; @default nothing
 * @param name its name, 1 to 63 letters, digits, {@code _} and {@code -}; @default derived from the platform's
 * @param dnsPrefix what the host name of the API server begins with, 1 to 54 letters, digits and {@code -}; @default the name
 * @param poolName the name of its node pool, 1 to 12 lower-case letters and digits, a letter first; @default {@code nodes}
 * @param tier @default {@link ClusterTier#STANDARD} where data is retained, else {@link ClusterTier#FREE}
 * @param zoneRedundant whether its nodes are in three availability zones; @default where the region has zones
 * @param administrators groups that may do everything in it, up to 20; @default nobody but whom {@code grantAdmin} lets
 * @param privateDnsZoneId private mode: the Azure id of the private DNS zone that the API server is registered in,
 *     {@code privatelink.<region>.azmk8s.io} or one below it, such as a hub's; @default one that Azure makes for the cluster and links to
 *     the network
 * @param podRange addresses of pods, which the network does not see, 256 for each node; @default {@code 100.64.0.0/16}
 * @param serviceRange addresses of services in the cluster, /12 to /24; @default {@code 100.65.0.0/16}
 * @see <a href="https://learn.microsoft.com/azure/aks/quotas-skus-regions">Limits, SKUs and regions of AKS</a>
 */
@RecordBuilder
public record KubernetesClusterProps(
        IKubernetesSubnet subnet,
        int maxNodes,
        @Nullable Integer minNodes,
        @Nullable String vmSize,
        @Nullable String purpose,
        @Nullable String name,
        @Nullable String dnsPrefix,
        @Nullable String poolName,
        @Nullable ClusterTier tier,
        @Nullable Boolean zoneRedundant,
        @Nullable List<Principal> administrators,
        @Nullable String privateDnsZoneId,
        @Nullable String podRange,
        @Nullable String serviceRange) {
    private static final int MOST_NODES = 1000;
    private static final int MOST_ADMINISTRATORS = 20;
    private static final int ONE_IN_EACH_ZONE = 3;

    /** @throws IllegalArgumentException when Azure would not accept a property */
    public KubernetesClusterProps {
        Limits.check("maximum of nodes", maxNodes, 1, MOST_NODES, "");
        minNodes = Limits.check(
                "minimum of nodes",
                minNodes == null ? Math.min(ONE_IN_EACH_ZONE, maxNodes) : minNodes,
                1,
                maxNodes,
                "");
        vmSize = vmSize == null ? "Standard_D4ds_v5" : VmSize.check(vmSize);
        poolName = poolName == null ? "nodes" : poolName;
        administrators = RequiredFields.copyOrEmpty(administrators);
        Limits.check("number of groups of administrators", administrators.size(), 0, MOST_ADMINISTRATORS, "");
        podRange = podRange == null ? "100.64.0.0/16" : podRange;
        serviceRange = serviceRange == null ? "100.65.0.0/16" : serviceRange;
    }

    public static KubernetesClusterPropsBuilder builder() {
        return KubernetesClusterPropsBuilder.builder();
    }
}
