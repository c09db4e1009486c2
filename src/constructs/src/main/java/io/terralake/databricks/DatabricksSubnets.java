package io.terralake.databricks;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociationConfig;
import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.NatGateway;
import io.terralake.network.NatGatewayProps;
import io.terralake.network.Network;
import io.terralake.network.SubnetDelegate;
import java.util.List;
import software.constructs.Construct;

/**
 * The two subnets of a Databricks workspace and their way out, a NAT gateway: the machines have no public addresses.
 * Databricks writes the rules of the security group itself.
 */
public final class DatabricksSubnets extends StackPart implements IDatabricksSubnets {
    private static final String SUBNET_ACTIONS = "Microsoft.Network/virtualNetworks/subnets/";
    private static final SubnetDelegate DELEGATE = new SubnetDelegate(
            "databricks",
            DatabricksRanges.USE,
            DatabricksRanges.LONGEST_PREFIX,
            "Microsoft.Databricks/workspaces",
            List.of(
                    SUBNET_ACTIONS + "join/action",
                    SUBNET_ACTIONS + "prepareNetworkPolicies/action",
                    SUBNET_ACTIONS + "unprepareNetworkPolicies/action"));

    private final IVirtualNetwork network;
    private final NetworkSecurityGroup securityGroup;
    private final NatGateway way;
    private final Delegated host;
    private final Delegated container;

    /** @throws ConstructException when a range is malformed, too small, outside the network or taken */
    public DatabricksSubnets(Construct scope, String id, DatabricksSubnetsProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        this.network = props.network();
        claim(props.ranges());
        this.way = new NatGateway(this, "NatGateway", NatGatewayProps.builder().build());
        this.securityGroup = SubnetDelegate.addSecurityGroup(this, "databricks");
        this.host = add("Host", "databricks-host", props.ranges().hostSubnet());
        this.container = add("Container", "databricks-container", props.ranges().containerSubnet());
    }

    /**
     * Existing subnets, delegated to Databricks and with a security group each.
     *
     * @throws ConstructException when an id is not that of a subnet, they are not two subnets of one network, or
     *     in another subscription than the environment
     */
    public static IDatabricksSubnets fromSubnetIds(
            Construct scope, String id, String hostSubnetId, String containerSubnetId) {
        return new ImportedDatabricksSubnets(scope, id, hostSubnetId, containerSubnetId);
    }

    @Override
    public String virtualNetworkId() {
        return Contract.ask(this, network, "virtualNetworkId", network::virtualNetworkId);
    }

    @Override
    public Delegated host() {
        return host;
    }

    @Override
    public Delegated container() {
        return container;
    }

    private void claim(DatabricksRanges ranges) {
        try {
            network.claim(ranges.hostSubnet(), DatabricksRanges.LONGEST_PREFIX, DatabricksRanges.USE);
            network.claim(ranges.containerSubnet(), DatabricksRanges.LONGEST_PREFIX, DatabricksRanges.USE);
            // Of a network that is managed elsewhere nobody here knows what is taken, but for this.
            AddressRange.checkApart(ranges.containerSubnet(), ranges.hostSubnet());
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
    }

    private Delegated add(String id, String purpose, String range) {
        Network reached = Network.of(this);
        // In public mode the machines reach storage by a service endpoint, and its firewall lets them through.
        List<String> services = reached.publicAccess() ? List.of("Microsoft.Storage") : List.of();
        Subnet subnet = DELEGATE.addSubnet(this, id, purpose, network, range, services);
        String subnetId = subnet.getId();
        var association = new SubnetNetworkSecurityGroupAssociation(
                this,
                id + "SecurityGroup",
                SubnetNetworkSecurityGroupAssociationConfig.builder()
                        .subnetId(subnetId)
                        .networkSecurityGroupId(securityGroup.getId())
                        .build());
        way.lead(id, subnetId);
        reached.allowSubnet(subnetId);
        return new Delegated(subnet.getName(), subnetId, association.getId());
    }
}
