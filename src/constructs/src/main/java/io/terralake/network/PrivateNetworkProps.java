package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link PrivateNetwork}.
 *
 * @param addressSpace the IPv4 CIDR range of the virtual network, such as {@code 10.20.0.0/16}
 * @param endpointSubnet the part of it for private endpoints, at least a /27
 */
@RecordBuilder
public record PrivateNetworkProps(String addressSpace, String endpointSubnet) {

    public static PrivateNetworkPropsBuilder builder() {
        return PrivateNetworkPropsBuilder.builder();
    }
}
