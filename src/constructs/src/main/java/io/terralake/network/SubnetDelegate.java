package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegationServiceDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociationConfig;
import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.List;
import software.constructs.Construct;

/**
 * A service that subnets are handed over to, for its machines.
 *
 * @param name what the delegation is called
 * @param use what subnets are for, in messages, such as {@code the machines of Databricks}
 * @param longestPrefix the prefix of the smallest subnet that will do, such as 27
 * @param service such as {@code Microsoft.Web/serverFarms}
 * @param actions what the service may do with the subnet
 */
public record SubnetDelegate(String name, String use, int longestPrefix, String service, List<String> actions) {

    public SubnetDelegate {
        actions = List.copyOf(actions);
    }

    /**
     * Checks a range before there is a network.
     *
     * @param taken other subnets of the network
     * @throws IllegalArgumentException when it is malformed, too small, outside the address space or taken
     */
    public void checkRange(String range, String addressSpace, String... taken) {
        AddressRange.checkSubnet(range, addressSpace, longestPrefix, use, taken);
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

    /**
     * Takes a range of the network for a subnet that is called as the delegation is, and has a security group.
     *
     * @param serviceEndpoints services that see its addresses
     * @return the Azure id of the subnet, which is there when its security group is
     * @throws ConstructException when the range is malformed, too small, outside the network or taken
     */
    public String addGuardedSubnet(
            Construct scope, IVirtualNetwork network, String range, List<String> serviceEndpoints) {
        try {
            network.claim(range, longestPrefix, use);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(scope, String.valueOf(e.getMessage()));
        }
        Subnet subnet = addSubnet(scope, "Resource", name, network, range, serviceEndpoints);
        return new SubnetNetworkSecurityGroupAssociation(
                        scope,
                        "SecurityGroupAssociation",
                        SubnetNetworkSecurityGroupAssociationConfig.builder()
                                .subnetId(subnet.getId())
                                .networkSecurityGroupId(
                                        addSecurityGroup(scope, name).getId())
                                .build())
                .getSubnetId();
    }

    /** A security group without rules of its own: Azure's let nothing in from outside of the network. */
    public static NetworkSecurityGroup addSecurityGroup(Construct scope, String purpose) {
        PlatformStack stack = PlatformStack.of(scope);
        NetworkSecurityGroup group = new NetworkSecurityGroup(
                scope,
                "SecurityGroup",
                NetworkSecurityGroupConfig.builder()
                        .name(stack.nameOf(scope, NetworkNames.NETWORK_SECURITY_GROUP, null, purpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .tags(stack.tags())
                        .build());
        Diagnostics.send(group, LogProfile.ALL_LOGS);
        return group;
    }
}
