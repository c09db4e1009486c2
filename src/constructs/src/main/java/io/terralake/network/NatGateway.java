package io.terralake.network;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGatewayConfig;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway_public_ip_association.NatGatewayPublicIpAssociation;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway_public_ip_association.NatGatewayPublicIpAssociationConfig;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet_nat_gateway_association.SubnetNatGatewayAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_nat_gateway_association.SubnetNatGatewayAssociationConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.List;
import software.constructs.Construct;

/** The way out of subnets whose machines have no public addresses: one address that nobody can call. */
public final class NatGateway extends StackPart {
    /** Zones are chosen once: others would replace the gateway and the address that partners let in. */
    private static final TerraformResourceLifecycle KEEP_ZONES =
            TerraformResourceLifecycle.builder().ignoreChanges(List.of("zones")).build();

    private final String gatewayId;
    private final String address;

    public NatGateway(Construct scope, String id, NatGatewayProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        String[] purpose = props.purpose() == null ? new String[0] : new String[] {props.purpose()};
        String[] addressPurpose =
                props.purpose() == null ? new String[] {"nat"} : new String[] {"nat", props.purpose()};
        boolean zoned = stack.environment().settings().location().hasZones();
        var gateway = new com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGateway(
                this,
                "Resource",
                NatGatewayConfig.builder()
                        .name(stack.nameOf(this, NetworkNames.NAT_GATEWAY, null, purpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .skuName("Standard")
                        // A gateway is in one zone; without one Azure does not say in which.
                        .zones(zoned ? List.of("1") : null)
                        .lifecycle(KEEP_ZONES)
                        .tags(stack.tags())
                        .build());
        this.gatewayId = gateway.getId();
        PublicIp publicIp = new PublicIp(
                this,
                "Address",
                PublicIpConfig.builder()
                        .name(stack.nameOf(this, NetworkNames.PUBLIC_IP, null, addressPurpose))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .sku("Standard")
                        .allocationMethod("Static")
                        .zones(zoned ? List.of("1", "2", "3") : null)
                        .lifecycle(KEEP_ZONES)
                        .tags(stack.tags())
                        .build());
        Diagnostics.send(publicIp, LogProfile.ALL_LOGS_AND_METRICS);
        this.address = publicIp.getIpAddress();
        new NatGatewayPublicIpAssociation(
                this,
                "AddressAssociation",
                NatGatewayPublicIpAssociationConfig.builder()
                        .natGatewayId(gatewayId)
                        .publicIpAddressId(publicIp.getId())
                        .build());
    }

    /** The address that others see what it leads out come from, as a token. */
    public String address() {
        return address;
    }

    /**
     * Leads a subnet's traffic out.
     *
     * @param id the id of the association's construct
     * @param subnetId the Azure id of the subnet
     * @return the same id, as a token that makes who uses it wait for the way out
     */
    public String lead(String id, String subnetId) {
        return new SubnetNatGatewayAssociation(
                        this,
                        id,
                        SubnetNatGatewayAssociationConfig.builder()
                                .natGatewayId(gatewayId)
                                .subnetId(subnetId)
                                .build())
                .getSubnetId();
    }
}
