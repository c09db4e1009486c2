package io.terralake.kubernetes;

import io.terralake.azure.AddressRange;
import io.terralake.azure.Limits;
import io.terralake.settings.NetworkSettings;
import java.util.List;

/**
 * The addresses in a cluster. Pods reach each other by routes that Azure adds for the network, so nothing that is reached may have the same.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay">Azure CNI Overlay networking: IP address
 *     planning</a>
 */
record ClusterRanges(String pods, String services) {
    /** What AKS keeps to itself. */
    private static final List<String> RESERVED =
            List.of("169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24");

    private static final int POD_PREFIX_OF_A_NODE = 24;

    /**
     * @param network the network that the nodes are in, and what it keeps clear of
     * @param nodes how many nodes need addresses for pods
     * @throws IllegalArgumentException when a range is malformed, has the wrong size or is taken
     */
    void check(NetworkSettings network, int nodes) {
        RESERVED.forEach(reserved -> apart("address space", network.addressSpace(), "AKS's own", reserved));
        checkOne("pod range", pods, network);
        checkOne("service range", services, network);
        apart("pod range", pods, "the service range", services);
        Limits.check("prefix of the service range \"%s\"".formatted(services), prefix(services), 12, 24, "");
        int room = prefix(pods) > POD_PREFIX_OF_A_NODE ? 0 : 1 << POD_PREFIX_OF_A_NODE - prefix(pods);
        if (nodes > room) {
            throw new IllegalArgumentException(
                    "pod range \"%s\" is not allowed: it has room for %d nodes, %d are needed"
                            .formatted(pods, room, nodes));
        }
    }

    /** The address of the cluster's own name server: a service range begins at a multiple of 256. */
    String dnsService() {
        return AddressRange.firstAddress(services).replaceFirst("\\.0$", ".10");
    }

    private static void checkOne(String what, String range, NetworkSettings network) {
        AddressRange.checkNetwork(range);
        RESERVED.forEach(reserved -> apart(what, range, "AKS's own", reserved));
        apart(what, range, "the network's", network.addressSpace());
        network.reservedRanges().forEach(reserved -> apart(what, range, "the reserved range", reserved));
    }

    private static void apart(String what, String range, String whose, String other) {
        if (AddressRange.overlap(range, other)) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is not allowed: it overlaps %s %s".formatted(what, range, whose, other));
        }
    }

    private static int prefix(String range) {
        return Integer.parseInt(range.substring(range.indexOf('/') + 1));
    }
}
