package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZoneConfig;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLink;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLinkConfig;
import io.terralake.azure.TagRule;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;

/** A DNS zone that private endpoints register in, linked to the network. It is called after the first kind of them. */
final class PrivateDnsZone extends StackPart {
    private final String zoneId;

    PrivateDnsZone(PrivateNetwork network, PrivateLink link) {
        super(network, "Dns-" + link.groupId());
        PlatformStack stack = PlatformStack.of(network);
        var zone = new com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZone(
                this,
                "Resource",
                PrivateDnsZoneConfig.builder()
                        .name(TerraformText.literal(link.dnsZone()))
                        .resourceGroupName(stack.resourceGroupName())
                        .tags(stack.tagsOf(this, TagRule.PRIVATE_DNS_ZONE))
                        .build());
        this.zoneId = zone.getId();
        new PrivateDnsZoneVirtualNetworkLink(
                this,
                "Link",
                PrivateDnsZoneVirtualNetworkLinkConfig.builder()
                        .name(TerraformText.literal(link.groupId()))
                        .resourceGroupName(stack.resourceGroupName())
                        .privateDnsZoneName(zone.getName())
                        .virtualNetworkId(network.virtualNetworkId())
                        .tags(stack.tags())
                        .build());
    }

    String zoneId() {
        return zoneId;
    }
}
