package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetDelegationServiceDelegation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociationConfig;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import java.util.List;
import software.constructs.Construct;

/**
 * The two subnets of a Databricks workspace and their way out, a NAT gateway: the machines have no public addresses.
 * Databricks writes the rules of the security group itself.
 */
public final class DatabricksSubnets extends Construct {
    private static final String SERVICE = "Microsoft.Databricks/workspaces";
    private static final String SUBNET_ACTIONS = "Microsoft.Network/virtualNetworks/subnets/";

    private final VirtualNetwork network;
    private final NetworkSecurityGroup securityGroup;
    private final NatGateway way;
    private final List<String> serviceEndpoints;
    private final Delegated host;
    private final Delegated container;

    /** @param serviceEndpoints the services that are reached by service endpoint, such as {@code Microsoft.Storage} */
    DatabricksSubnets(
            Construct scope,
            String id,
            VirtualNetwork network,
            DatabricksRanges ranges,
            List<String> serviceEndpoints) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(this);
        this.network = network;
        this.serviceEndpoints = serviceEndpoints;
        this.way = new NatGateway(this, "NatGateway");
        this.securityGroup = new NetworkSecurityGroup(
                this,
                "SecurityGroup",
                NetworkSecurityGroupConfig.builder()
                        .name(stack.nameOf(this, AzureResource.NETWORK_SECURITY_GROUP, null, "databricks"))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .tags(stack.tags())
                        .build());
        this.host = add("Host", "databricks-host", ranges.hostSubnet());
        this.container = add("Container", "databricks-container", ranges.containerSubnet());
    }

    /** The Azure id of the virtual network. */
    public String virtualNetworkId() {
        return network.getId();
    }

    /** The subnet of the machines. */
    public Delegated host() {
        return host;
    }

    /** The subnet of the containers on them. */
    public Delegated container() {
        return container;
    }

    /** The Azure ids of both subnets. */
    List<String> subnetIds() {
        return List.of(host.subnetId(), container.subnetId());
    }

    private Delegated add(String id, String purpose, String range) {
        PlatformStack stack = PlatformStack.of(this);
        Subnet subnet = new Subnet(
                this,
                id,
                SubnetConfig.builder()
                        .name(stack.nameOf(this, AzureResource.SUBNET, null, purpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .virtualNetworkName(network.getName())
                        .addressPrefixes(List.of(range))
                        .defaultOutboundAccessEnabled(false)
                        .serviceEndpoints(serviceEndpoints.isEmpty() ? null : serviceEndpoints)
                        .delegation(List.of(SubnetDelegation.builder()
                                .name("databricks")
                                .serviceDelegation(SubnetDelegationServiceDelegation.builder()
                                        .name(SERVICE)
                                        .actions(List.of(
                                                SUBNET_ACTIONS + "join/action",
                                                SUBNET_ACTIONS + "prepareNetworkPolicies/action",
                                                SUBNET_ACTIONS + "unprepareNetworkPolicies/action"))
                                        .build())
                                .build()))
                        .build());
        var association = new SubnetNetworkSecurityGroupAssociation(
                this,
                id + "SecurityGroup",
                SubnetNetworkSecurityGroupAssociationConfig.builder()
                        .subnetId(subnet.getId())
                        .networkSecurityGroupId(securityGroup.getId())
                        .build());
        way.lead(id, subnet.getId());
        return new Delegated(subnet.getName(), subnet.getId(), association.getId());
    }

    /**
     * A subnet that is delegated to Databricks.
     *
     * @param name its name
     * @param subnetId its Azure id
     * @param securityGroupAssociationId the Terraform id of its association with a security group
     */
    public record Delegated(String name, String subnetId, String securityGroupAssociationId) {}
}
