package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A network that a platform team runs, for {@link PrivateNetwork#fromVirtualNetworkId}.
 *
 * @param virtualNetworkId the Azure id of the virtual network
 * @param endpointSubnetId the Azure id of its subnet for private endpoints
 * @param dnsZones where endpoints are registered, such as {@link DnsZones#inResourceGroup}
 */
@RecordBuilder
public record ImportedNetworkProps(String virtualNetworkId, String endpointSubnetId, DnsZones dnsZones) {

    public static ImportedNetworkPropsBuilder builder() {
        return ImportedNetworkPropsBuilder.builder();
    }
}
