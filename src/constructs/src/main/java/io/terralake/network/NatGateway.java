package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGatewayConfig;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway_public_ip_association.NatGatewayPublicIpAssociation;
import com.hashicorp.cdktf.providers.azurerm.nat_gateway_public_ip_association.NatGatewayPublicIpAssociationConfig;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import com.hashicorp.cdktf.providers.azurerm.subnet_nat_gateway_association.SubnetNatGatewayAssociation;
import com.hashicorp.cdktf.providers.azurerm.subnet_nat_gateway_association.SubnetNatGatewayAssociationConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** The way out of subnets whose machines have no public addresses: one address that nobody can call. */
final class NatGateway extends Construct {
    private final com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGateway resource;

    NatGateway(Construct scope, String id) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(this);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.nat_gateway.NatGateway(
                this,
                "Resource",
                NatGatewayConfig.builder()
                        .name(stack.nameOf(this, AzureResource.NAT_GATEWAY, null))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .skuName("Standard")
                        .tags(stack.tags())
                        .build());
        PublicIp address = new PublicIp(
                this,
                "Address",
                PublicIpConfig.builder()
                        .name(stack.nameOf(this, AzureResource.PUBLIC_IP, null, "nat"))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .sku("Standard")
                        .allocationMethod("Static")
                        .tags(stack.tags())
                        .build());
        new NatGatewayPublicIpAssociation(
                this,
                "AddressAssociation",
                NatGatewayPublicIpAssociationConfig.builder()
                        .natGatewayId(resource.getId())
                        .publicIpAddressId(address.getId())
                        .build());
    }

    /** Leads a subnet's traffic out. */
    void lead(String id, String subnetId) {
        new SubnetNatGatewayAssociation(
                this,
                id,
                SubnetNatGatewayAssociationConfig.builder()
                        .natGatewayId(resource.getId())
                        .subnetId(subnetId)
                        .build());
    }
}
