package io.terralake.kubernetes;

import io.terralake.core.PlatformStack;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.Network;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import org.jspecify.annotations.Nullable;

/** Clusters for tests, in a subnet of the stack's network. */
public final class Clusters {
    private Clusters() {}

    /** A subnet {@code Nodes} of {@code 10.1.16.0/24}. */
    public static KubernetesSubnet subnet(PlatformStack stack) {
        return subnet(stack, "10.1.16.0/24");
    }

    static KubernetesSubnet subnet(PlatformStack stack, @Nullable String range) {
        IVirtualNetwork network = Network.of(stack) instanceof IVirtualNetwork inside
                ? inside
                : new VirtualNetwork(
                        stack,
                        "Network",
                        VirtualNetworkProps.builder()
                                .addressSpace("10.1.0.0/16")
                                .build());
        return new KubernetesSubnet(
                stack,
                "Nodes",
                KubernetesSubnetProps.builder().network(network).range(range).build());
    }

    /** A cluster {@code Cluster} of up to six nodes. */
    public static KubernetesCluster cluster(PlatformStack stack) {
        return cluster(stack, KubernetesClusterProps.builder());
    }

    /** The same with other properties. */
    public static KubernetesCluster cluster(PlatformStack stack, KubernetesClusterPropsBuilder props) {
        if (props.subnet() == null) {
            props.subnet(subnet(stack));
        }
        return new KubernetesCluster(stack, "Cluster", (props.maxNodes() == 0 ? props.maxNodes(6) : props).build());
    }
}
