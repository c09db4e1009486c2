package io.terralake.stacks;

import io.terralake.apimanagement.ApiManagementSubnet;
import io.terralake.apimanagement.ApiManagementSubnetProps;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksSubnetsProps;
import io.terralake.functionapp.FunctionSubnet;
import io.terralake.functionapp.FunctionSubnetProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.kubernetes.IKubernetesSubnet;
import io.terralake.kubernetes.KubernetesSubnet;
import io.terralake.kubernetes.KubernetesSubnetProps;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.Network;
import io.terralake.network.PrivateNetwork;
import io.terralake.network.PrivateNetworkProps;
import io.terralake.network.PublicNetwork;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettings;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The parts of an environment's virtual network. */
record PlatformSubnets(
        DatabricksSubnets databricks,
        IFunctionSubnet functions,
        @Nullable ApiManagementSubnet apiManagement,
        @Nullable IKubernetesSubnet kubernetes) {

    /** Makes the network and shares it. Services ask the stack for it, so this comes before any of them is made. */
    static PlatformSubnets add(LandingZone zone, NetworkSettings settings, LandingZoneSettings own) {
        if (settings.mode() == NetworkMode.PRIVATE) {
            PrivateNetwork network = new PrivateNetwork(
                    zone,
                    "Network",
                    PrivateNetworkProps.builder()
                            .addressSpace(settings.addressSpace())
                            .endpointSubnet(settings.endpointSubnet())
                            .ddosProtectionPlanId(own.ddosProtectionPlanId())
                            .build());
            zone.share(Network.class, network);
            return of(network, own);
        }
        zone.share(Network.class, new PublicNetwork(settings.allowedIpRanges()));
        VirtualNetworkProps props = VirtualNetworkProps.builder()
                .addressSpace(settings.addressSpace())
                .ddosProtectionPlanId(own.ddosProtectionPlanId())
                .build();
        return of(new VirtualNetwork(zone, "Network", props), own);
    }

    private static <N extends Construct & IVirtualNetwork> PlatformSubnets of(N network, LandingZoneSettings own) {
        DatabricksSubnets databricks = new DatabricksSubnets(
                network,
                "Databricks",
                DatabricksSubnetsProps.builder()
                        .network(network)
                        .ranges(own.databricks())
                        .build());
        FunctionSubnet functions = new FunctionSubnet(
                network,
                "Functions",
                FunctionSubnetProps.builder()
                        .network(network)
                        .range(own.functionSubnet())
                        .build());
        return new PlatformSubnets(
                databricks,
                functions,
                apiManagement(network, own.apiManagementSubnet()),
                kubernetes(network, own.kubernetesSubnet()));
    }

    private static <N extends Construct & IVirtualNetwork> @Nullable ApiManagementSubnet apiManagement(
            N network, @Nullable String range) {
        return range == null
                ? null
                : new ApiManagementSubnet(
                        network,
                        "ApiManagement",
                        ApiManagementSubnetProps.builder()
                                .network(network)
                                .range(range)
                                .build());
    }

    private static <N extends Construct & IVirtualNetwork> @Nullable IKubernetesSubnet kubernetes(
            N network, @Nullable String range) {
        return range == null
                ? null
                : new KubernetesSubnet(
                        network,
                        "Kubernetes",
                        KubernetesSubnetProps.builder()
                                .network(network)
                                .range(range)
                                .build());
    }
}
