package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A virtual network with a subnet for private endpoints and the private DNS zones of the services connected to it.
 * Services have no public endpoint.
 */
public final class PrivateNetwork extends Construct implements Network {
    private final VirtualNetwork resource;
    private final Subnet endpoints;
    private final Map<PrivateLink, PrivateDnsZone> dnsZones = new EnumMap<>(PrivateLink.class);

    /** @throws ConstructException when an address range is malformed, too small, or outside the address space */
    public PrivateNetwork(Construct scope, String id, PrivateNetworkProps props) {
        super(scope, id);
        checkRanges(props);
        PlatformStack stack = PlatformStack.of(scope);
        this.resource = new VirtualNetwork(
                this,
                "Resource",
                VirtualNetworkConfig.builder()
                        .name(stack.nameOf(this, AzureResource.VIRTUAL_NETWORK, null))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .addressSpace(List.of(props.addressSpace()))
                        .tags(stack.tags())
                        .build());
        this.endpoints = new Subnet(this, "Endpoints", "endpoints", resource, props.endpointSubnet());
    }

    private void checkRanges(PrivateNetworkProps props) {
        try {
            AddressRange.checkEndpointSubnet(props.endpointSubnet(), props.addressSpace());
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
    }

    /** The Azure id of the virtual network. */
    public String virtualNetworkId() {
        return resource.getId();
    }

    @Override
    public boolean publicAccess() {
        return false;
    }

    @Override
    public List<String> allowedIpRanges() {
        return List.of();
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... groups) {
        for (PrivateLink group : groups) {
            PrivateDnsZone zone = dnsZones.computeIfAbsent(group, link -> new PrivateDnsZone(this, link, resource));
            new PrivateEndpoint(service, group, resourceId, resourceName, endpoints.subnetId(), zone.zoneId());
        }
    }
}
