package io.terralake.kubernetes;

import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterApiServerAccessProfile;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.ImportedId;
import io.terralake.core.Tokens;
import io.terralake.network.Network;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster is reached: in public mode by the allow-list and its own nodes, in private mode in the network only.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges">Secure access to the API server using authorized IP
 *     address ranges</a>
 * @see <a href="https://learn.microsoft.com/azure/aks/private-clusters">Create a private AKS cluster</a>
 */
final class ApiServer {
    private static final int MOST_RANGES = 200;

    private final KubernetesCluster cluster;
    private final boolean open;
    private final @Nullable String zoneId;
    private final List<String> authorized;

    /** @throws ConstructException when the zone is another kind of zone, or Azure would not take the addresses */
    ApiServer(KubernetesCluster cluster, IKubernetesSubnet subnet, String location, @Nullable String zoneId) {
        Network network = Network.of(cluster);
        this.cluster = cluster;
        this.open = network.publicAccess();
        this.zoneId = zoneId;
        this.authorized = open ? authorized(network, subnet) : List.of();
        if (zoneId != null) {
            checkZone(zoneId, location);
        }
    }

    void apply(KubernetesClusterConfig.Builder config, String dnsPrefix) {
        config.privateClusterEnabled(!open).privateClusterPublicFqdnEnabled(false);
        if (zoneId == null) {
            config.dnsPrefix(dnsPrefix);
        } else {
            config.dnsPrefixPrivateCluster(dnsPrefix);
        }
        if (open) {
            config.apiServerAccessProfile(KubernetesClusterApiServerAccessProfile.builder()
                    .authorizedIpRanges(authorized)
                    .build());
        } else {
            config.privateDnsZoneId(zoneId == null ? "System" : zoneId);
        }
    }

    /** Without any, everybody could ask. */
    private List<String> authorized(Network network, IKubernetesSubnet subnet) {
        List<String> outbound = Contract.askList(subnet, "outboundAddresses", subnet::outboundAddresses);
        if (outbound.isEmpty()) {
            throw new ConstructException(
                    cluster, "the subnet has no outbound addresses: in public mode its nodes are let in by them");
        }
        List<String> all = Stream.concat(outbound.stream(), network.allowedIpRanges().stream())
                .map(range -> range.contains("/") ? range : range + "/32")
                .toList();
        if (all.size() > MOST_RANGES) {
            throw new ConstructException(
                    cluster,
                    "%d ranges for the API server are not allowed: %d at most, the nodes' own among them"
                            .formatted(all.size(), MOST_RANGES));
        }
        return all;
    }

    private void checkZone(String id, String location) {
        if (open) {
            throw new ConstructException(cluster, "a private DNS zone is for the network mode \"private\" only");
        }
        String zone = "privatelink.%s.azmk8s.io".formatted(location);
        ImportedId imported = new ImportedId(cluster, id, "Microsoft.Network/privateDnsZones");
        String name = imported.name(0);
        if (!Tokens.isIn(name) && !name.equals(zone) && !name.endsWith("." + zone)) {
            throw new ConstructException(
                    cluster, "the private DNS zone \"%s\" is not allowed: %s, or one below it".formatted(name, zone));
        }
    }
}
