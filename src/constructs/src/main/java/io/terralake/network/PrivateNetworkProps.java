package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link PrivateNetwork}.
 *
 * @param addressSpace the IPv4 CIDR range of the virtual network, such as {@code 10.20.0.0/16}
 * @param endpointSubnet the part of it for private endpoints, at least a /27
 * @param databricks the parts of it for the machines of a Databricks workspace; @default none
 */
@RecordBuilder
public record PrivateNetworkProps(
        String addressSpace,
        String endpointSubnet,
        @Nullable DatabricksRanges databricks) {

    public static PrivateNetworkPropsBuilder builder() {
        return PrivateNetworkPropsBuilder.builder();
    }
}
