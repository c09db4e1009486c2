package io.terralake.network;

import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A virtual network with a subnet for private endpoints and the private DNS zones of the services connected to it.
 * Services have no public endpoint.
 */
public final class PrivateNetwork extends AbstractPrivateNetwork {
    private final String virtualNetworkId;
    private final String virtualNetworkName;
    private final AddressSpace addresses;
    private final PrivateEndpoints endpoints;

    /** @throws ConstructException when an address range is malformed, too small, or outside the address space */
    public PrivateNetwork(Construct scope, String id, PrivateNetworkProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        try {
            this.addresses = new AddressSpace(props.addressSpace());
            addresses.claim(props.endpointSubnet(), AddressRange.ENDPOINTS_LONGEST_PREFIX, "private endpoints");
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        var resource = VirtualNetwork.add(this, props.addressSpace(), null, props.ddosProtectionPlanId());
        this.virtualNetworkId = resource.getId();
        this.virtualNetworkName = resource.getName();
        EndpointSubnet subnet = new EndpointSubnet(this, "Endpoints", "endpoints", props.endpointSubnet());
        this.endpoints = new PrivateEndpoints(
                subnet.subnetId(), Objects.requireNonNullElseGet(props.dnsZones(), () -> new OwnDnsZones(this)));
    }

    /**
     * An existing network, such as a spoke of a hub that a platform team runs. Private endpoints are made in its subnet.
     *
     * @throws ConstructException when an id is of another type, the subnet is not in the network, or the network is in
     *     another subscription than the environment
     */
    public static IPrivateNetwork fromVirtualNetworkId(Construct scope, String id, ImportedNetworkProps props) {
        return new ImportedPrivateNetwork(scope, id, props);
    }

    @Override
    public String virtualNetworkId() {
        return virtualNetworkId;
    }

    @Override
    public String virtualNetworkName() {
        return virtualNetworkName;
    }

    @Override
    public String virtualNetworkResourceGroupName() {
        return PlatformStack.of(this).resourceGroupName();
    }

    @Override
    public void claim(String range, int longestPrefix, String use) {
        addresses.claim(range, longestPrefix, use);
    }

    @Override
    PrivateEndpoints endpoints() {
        return endpoints;
    }
}
