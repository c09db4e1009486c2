package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZoneConfig;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLink;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLinkConfig;
import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** A DNS zone that private endpoints register in, linked to the network. It is called after the first kind of them. */
final class PrivateDnsZone extends Construct {
    private final com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZone resource;

    PrivateDnsZone(PrivateNetwork network, PrivateLink link) {
        super(network, "Dns-" + link.groupId());
        PlatformStack stack = PlatformStack.of(network);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZone(
                this,
                "Resource",
                PrivateDnsZoneConfig.builder()
                        .name(link.dnsZone())
                        .resourceGroupName(stack.resourceGroupName())
                        .tags(stack.tags())
                        .build());
        new PrivateDnsZoneVirtualNetworkLink(
                this,
                "Link",
                PrivateDnsZoneVirtualNetworkLinkConfig.builder()
                        .name(link.groupId())
                        .resourceGroupName(stack.resourceGroupName())
                        .privateDnsZoneName(resource.getName())
                        .virtualNetworkId(network.virtualNetworkId())
                        .tags(stack.tags())
                        .build());
    }

    String zoneId() {
        return resource.getId();
    }
}
