package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import io.terralake.core.ConstructException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A virtual network with a subnet for private endpoints and the private DNS zones of the services connected to it.
 * Services have no public endpoint.
 */
public final class PrivateNetwork extends Construct implements Network {
    private final VirtualNetwork resource;
    private final Subnet endpoints;
    private final Map<String, PrivateDnsZone> dnsZones = new HashMap<>();
    private final @Nullable DatabricksSubnets databricksSubnets;

    /** @throws ConstructException when an address range is malformed, too small, or outside the address space */
    public PrivateNetwork(Construct scope, String id, PrivateNetworkProps props) {
        super(scope, id);
        checkRanges(props);
        this.resource = VirtualNetworks.add(this, props.addressSpace());
        this.endpoints = new Subnet(this, "Endpoints", "endpoints", resource, props.endpointSubnet());
        this.databricksSubnets = props.databricks() == null
                ? null
                : new DatabricksSubnets(this, "Databricks", resource, props.databricks(), List.of());
    }

    private void checkRanges(PrivateNetworkProps props) {
        try {
            AddressRange.checkEndpointSubnet(props.endpointSubnet(), props.addressSpace());
            if (props.databricks() != null) {
                props.databricks().check(props.addressSpace(), props.endpointSubnet());
            }
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
    public List<String> allowedSubnetIds() {
        return List.of();
    }

    @Override
    public Optional<DatabricksSubnets> databricksSubnets() {
        return Optional.ofNullable(databricksSubnets);
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... groups) {
        for (PrivateLink group : groups) {
            PrivateDnsZone zone =
                    dnsZones.computeIfAbsent(group.dnsZone(), name -> new PrivateDnsZone(this, group, resource));
            new PrivateEndpoint(service, group, resourceId, resourceName, endpoints.subnetId(), zone.zoneId());
        }
    }
}
