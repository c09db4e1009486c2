package io.terralake.kubernetes;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroupSecurityRule;
import com.hashicorp.cdktf.providers.azurerm.subnet.Subnet;
import com.hashicorp.cdktf.providers.azurerm.subnet.SubnetConfig;
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
import io.terralake.network.NetworkNames;
import io.terralake.network.ServiceEndpoints;
import io.terralake.network.SubnetDelegate;
import java.util.List;
import software.constructs.Construct;

/**
 * A subnet for the nodes of clusters and their load balancers. Nodes have no public addresses, their way out is a NAT gateway. From the
 * internet only the allow-list gets in, and only by HTTPS. Services that are made after it let it through their firewalls.
 */
public final class KubernetesSubnet extends StackPart implements IKubernetesSubnet {
    private static final String PURPOSE = "kubernetes";
    private static final String USE = "the nodes of Kubernetes";
    private static final int LONGEST_PREFIX = 27;
    private static final int ADDRESS_BITS = 32;

    /** Azure takes five addresses of each subnet. */
    private static final int TAKEN = 5;

    private final String subnetId;
    private final String virtualNetworkId;
    private final String outboundAddress;
    private final String range;
    private int free;

    /** @throws ConstructException when the range is malformed, too small, outside the network or taken */
    public KubernetesSubnet(Construct scope, String id, KubernetesSubnetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        IVirtualNetwork network = props.network();
        Network reached = Network.of(this);
        this.range = props.range();
        try {
            network.claim(range, LONGEST_PREFIX, USE);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        this.free = (1 << ADDRESS_BITS - Integer.parseInt(range.substring(range.indexOf('/') + 1))) - TAKEN;
        this.virtualNetworkId = Contract.ask(this, network, "virtualNetworkId", network::virtualNetworkId);
        Subnet subnet = addSubnet(network, reached);
        var guarded = new SubnetNetworkSecurityGroupAssociation(
                this,
                "SecurityGroupAssociation",
                SubnetNetworkSecurityGroupAssociationConfig.builder()
                        .subnetId(subnet.getId())
                        .networkSecurityGroupId(addSecurityGroup(reached).getId())
                        .build());
        NatGateway way = new NatGateway(
                this, "NatGateway", NatGatewayProps.builder().purpose(PURPOSE).build());
        this.subnetId = way.lead("Subnet", guarded.getSubnetId());
        this.outboundAddress = way.address();
        reached.allowSubnet(subnetId);
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

    /**
     * An existing subnet with a NAT gateway.
     *
     * @param outboundAddresses the public IPv4 addresses of the gateway; clusters in public mode need them, those in private mode none
     * @throws ConstructException when the id is not that of a subnet
     */
    public static IKubernetesSubnet fromSubnetId(
            Construct scope, String id, String subnetId, List<String> outboundAddresses) {
        return new ImportedKubernetesSubnet(scope, id, subnetId, outboundAddresses);
    }

    @Override
    public String subnetId() {
        return subnetId;
    }

    @Override
    public String virtualNetworkId() {
        return virtualNetworkId;
    }

    @Override
    public List<String> outboundAddresses() {
        return List.of(outboundAddress);
    }

    /**
     * Sets addresses aside.
     *
     * @throws ConstructException when there are not as many left
     */
    void reserve(Construct cluster, int addresses) {
        if (addresses > free) {
            throw new ConstructException(
                    cluster,
                    "the subnet \"%s\" is too small: %d addresses are needed, %d are left"
                            .formatted(range, addresses, free));
        }
        free -= addresses;
    }

    private Subnet addSubnet(IVirtualNetwork network, Network reached) {
        List<String> services = ServiceEndpoints.of(reached);
        return new Subnet(
                this,
                "Resource",
                SubnetConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, NetworkNames.SUBNET, null, PURPOSE))
                        .resourceGroupName(Contract.ask(
                                this,
                                network,
                                "virtualNetworkResourceGroupName",
                                network::virtualNetworkResourceGroupName))
                        .virtualNetworkName(
                                Contract.ask(this, network, "virtualNetworkName", network::virtualNetworkName))
                        .addressPrefixes(List.of(range))
                        .defaultOutboundAccessEnabled(false)
                        .serviceEndpoints(services.isEmpty() ? null : services)
                        .build());
    }

    /** A load balancer keeps the address of who calls, so that the group sees it. */
    private NetworkSecurityGroup addSecurityGroup(Network reached) {
        NetworkSecurityGroup group = SubnetDelegate.addSecurityGroup(this, PURPOSE);
        if (!reached.allowedIpRanges().isEmpty()) {
            group.putSecurityRule(List.of(NetworkSecurityGroupSecurityRule.builder()
                    .name("allow-https-from-allow-list")
                    .description("")
                    .priority(100)
                    .direction("Inbound")
                    .access("Allow")
                    .protocol("Tcp")
                    .sourceAddressPrefixes(reached.allowedIpRanges())
                    .sourcePortRange("*")
                    .destinationAddressPrefix("*")
                    .destinationPortRange("443")
                    .build()));
        }
        return group;
    }
}
