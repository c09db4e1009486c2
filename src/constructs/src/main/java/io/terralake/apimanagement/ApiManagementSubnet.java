package io.terralake.apimanagement;

import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegationServiceDelegation;
import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.NetworkNames;
import java.util.List;
import software.constructs.Construct;

/**
 * The subnet through which a service of tier {@link Tier#STANDARD_V2} or {@link Tier#PREMIUM_V2} reaches backends in the network.
 *
 * @see <a href="https://learn.microsoft.com/azure/api-management/integrate-vnet-outbound">Integrate an Azure API Management instance
 *     with a private virtual network for outbound connections</a>
 */
public final class ApiManagementSubnet extends Construct {
    private static final int LONGEST_PREFIX = 27;
    private static final String USE = "API Management";

    private final Subnet resource;

    /** @throws ConstructException when the range is malformed, too small, outside the network or taken */
    public ApiManagementSubnet(Construct scope, String id, ApiManagementSubnetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        IVirtualNetwork network = props.network();
        try {
            network.claim(props.range(), LONGEST_PREFIX, USE);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        this.resource = new Subnet(
                this,
                "Resource",
                SubnetConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, NetworkNames.SUBNET, null, "apim"))
                        .resourceGroupName(Contract.ask(
                                this,
                                network,
                                "virtualNetworkResourceGroupName",
                                network::virtualNetworkResourceGroupName))
                        .virtualNetworkName(
                                Contract.ask(this, network, "virtualNetworkName", network::virtualNetworkName))
                        .addressPrefixes(List.of(props.range()))
                        .defaultOutboundAccessEnabled(false)
                        .delegation(List.of(SubnetDelegation.builder()
                                .name("apim")
                                .serviceDelegation(SubnetDelegationServiceDelegation.builder()
                                        .name("Microsoft.Web/serverFarms")
                                        .actions(List.of("Microsoft.Network/virtualNetworks/subnets/action"))
                                        .build())
                                .build()))
                        .build());
    }

    /**
     * Checks a range before there is a network.
     *
     * @param taken other subnets of the network
     * @throws IllegalArgumentException when it is malformed, too small, outside the address space or taken
     */
    public static void checkRange(String range, String addressSpace, String... taken) {
        AddressRange.checkSubnet(range, addressSpace, LONGEST_PREFIX, USE, taken);
    }

    /** The Azure id of the subnet. */
    public String subnetId() {
        return resource.getId();
    }
}
