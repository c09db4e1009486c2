package io.terralake.kubernetes;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.network.IVirtualNetwork;

/**
 * Properties of a {@link KubernetesSubnet}.
 *
 * @param network the virtual network that it is in
 * @param range its addresses, an IPv4 CIDR range, at least a /27: one for each node, those that come with upgrades included. Pods have
 *     addresses of their own
 */
@RecordBuilder
public record KubernetesSubnetProps(IVirtualNetwork network, String range) {

    public static KubernetesSubnetPropsBuilder builder() {
        return KubernetesSubnetPropsBuilder.builder();
    }
}
