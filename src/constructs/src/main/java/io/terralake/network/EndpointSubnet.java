package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroupSecurityRule;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociationConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.List;

/** A subnet for private endpoints: only the services' ports, only from inside the network, and no way out. */
final class EndpointSubnet extends StackPart {
    /**
     * HTTPS, SQL Server, and what Databricks clusters ask their control plane on.
     *
     * @see <a href="https://learn.microsoft.com/azure/databricks/security/network/classic/private-link-standard">Azure Private
     *     Link for Databricks: network security group rules</a>
     */
    private static final List<String> SERVICE_PORTS = List.of("443", "1433", "3306", "6666", "8443-8451");

    private final String subnetId;

    EndpointSubnet(PrivateNetwork network, String id, String purpose, String range) {
        super(network, id);
        PlatformStack stack = PlatformStack.of(network);
        var resource = new com.hashicorp.cdktf.providers.azurerm.subnet.Subnet(
                this,
                "Resource",
                SubnetConfig.builder()
                        .name(stack.nameOf(this, NetworkNames.SUBNET, null, purpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .virtualNetworkName(network.virtualNetworkName())
                        .addressPrefixes(List.of(range))
                        .defaultOutboundAccessEnabled(false)
                        // Without this the rules of the security group pass private endpoints by.
                        .privateEndpointNetworkPolicies("Enabled")
                        .build());
        this.subnetId = resource.getId();
        NetworkSecurityGroup group = new NetworkSecurityGroup(
                this,
                "SecurityGroup",
                NetworkSecurityGroupConfig.builder()
                        .name(stack.nameOf(this, NetworkNames.NETWORK_SECURITY_GROUP, null, purpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .securityRule(List.of(
                                inbound("allow-services-from-network", 100, "Allow", "Tcp", "VirtualNetwork")
                                        .destinationPortRanges(SERVICE_PORTS)
                                        .build(),
                                inbound("deny-all", 4096, "Deny", "*", "*")
                                        .destinationPortRange("*")
                                        .build()))
                        .tags(stack.tags())
                        .build());
        Diagnostics.send(group, LogProfile.ALL_LOGS);
        new SubnetNetworkSecurityGroupAssociation(
                this,
                "SecurityGroupAssociation",
                SubnetNetworkSecurityGroupAssociationConfig.builder()
                        .subnetId(subnetId)
                        .networkSecurityGroupId(group.getId())
                        .build());
    }

    String subnetId() {
        return subnetId;
    }

    private static NetworkSecurityGroupSecurityRule.Builder inbound(
            String name, int priority, String access, String protocol, String source) {
        return NetworkSecurityGroupSecurityRule.builder()
                .name(name)
                .description("")
                .priority(priority)
                .direction("Inbound")
                .access(access)
                .protocol(protocol)
                .sourceAddressPrefix(source)
                .sourcePortRange("*")
                .destinationAddressPrefix("*");
    }
}
