package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import java.util.List;
import software.constructs.Construct;

/** The virtual network of a platform. */
final class VirtualNetworks {
    private VirtualNetworks() {}

    static VirtualNetwork add(Construct owner, String addressSpace) {
        PlatformStack stack = PlatformStack.of(owner);
        return new VirtualNetwork(
                owner,
                "Resource",
                VirtualNetworkConfig.builder()
                        .name(stack.nameOf(owner, AzureResource.VIRTUAL_NETWORK, null))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .addressSpace(List.of(addressSpace))
                        .tags(stack.tags())
                        .build());
    }
}
