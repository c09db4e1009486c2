package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegationServiceDelegation;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import java.util.List;
import software.constructs.Construct;

/**
 * A service that subnets are handed over to, for its machines.
 *
 * @param name what the delegation is called
 * @param service such as {@code Microsoft.Web/serverFarms}
 * @param actions what the service may do with the subnet
 */
public record SubnetDelegate(String name, String service, List<String> actions) {

    public SubnetDelegate {
        actions = List.copyOf(actions);
    }

    /**
     * Makes a subnet, whose machines reach the internet by nothing but what is said elsewhere.
     *
     * @param purpose what it is for, in its name
     * @param range its addresses, which the network has been asked for ({@link IVirtualNetwork#claim})
     * @param serviceEndpoints services that see its addresses, such as {@code Microsoft.Storage}
     */
    public Subnet addSubnet(
            Construct scope,
            String id,
            String purpose,
            IVirtualNetwork network,
            String range,
            List<String> serviceEndpoints) {
        return new Subnet(
                scope,
                id,
                SubnetConfig.builder()
                        .name(PlatformStack.of(scope).nameOf(scope, NetworkNames.SUBNET, null, purpose))
                        .resourceGroupName(Contract.ask(
                                scope,
                                network,
                                "virtualNetworkResourceGroupName",
                                network::virtualNetworkResourceGroupName))
                        .virtualNetworkName(
                                Contract.ask(scope, network, "virtualNetworkName", network::virtualNetworkName))
                        .addressPrefixes(List.of(range))
                        .defaultOutboundAccessEnabled(false)
                        .serviceEndpoints(serviceEndpoints.isEmpty() ? null : serviceEndpoints)
                        .delegation(List.of(SubnetDelegation.builder()
                                .name(name)
                                .serviceDelegation(SubnetDelegationServiceDelegation.builder()
                                        .name(service)
                                        .actions(actions)
                                        .build())
                                .build()))
                        .build());
    }
}
