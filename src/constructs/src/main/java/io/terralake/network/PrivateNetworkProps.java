package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link PrivateNetwork}.
 *
 * @param addressSpace the IPv4 CIDR range of the virtual network, such as {@code 10.20.0.0/16}
 * @param endpointSubnet the part of it for private endpoints, at least a /27
 * @param dnsZones where endpoints are registered; @default zones of the network's own
 * @param ddosProtectionPlanId the Azure id of a DDoS protection plan, which an organisation has one of, for some 2,900 USD a month;
 *     @default none
 */
@RecordBuilder
public record PrivateNetworkProps(
        String addressSpace,
        String endpointSubnet,
        @Nullable DnsZones dnsZones,
        @Nullable String ddosProtectionPlanId) {

    public static PrivateNetworkPropsBuilder builder() {
        return PrivateNetworkPropsBuilder.builder();
    }
}
