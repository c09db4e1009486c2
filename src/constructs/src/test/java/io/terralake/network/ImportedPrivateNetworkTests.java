package io.terralake.network;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class ImportedPrivateNetworkTests {
    private final PlatformStack stack = Stacks.stack(Stacks.privateSettings());

    @Test
    void registersEndpointsInTheZonesOfAHub() {
        share(DnsZones.inResourceGroup(PlatformTeam.RESOURCE_GROUP));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResourceCount("azurerm_virtual_network", 0)
                .hasResourceCount("azurerm_private_dns_zone", 0)
                .hasResource("azurerm_key_vault", "{public_network_access_enabled: false}")
                .hasResource("azurerm_private_endpoint", """
                        {
                          subnet_id: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers\
                        /Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-endpoints',
                          lifecycle: absent,
                          private_dns_zone_group: {private_dns_zone_ids: [
                            '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers\
                        /Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net',
                          ]},
                        }
                        """);
    }

    @Test
    void leavesRegistrationToAPolicyAndWhatItWrites() {
        share(DnsZones.byPolicy());
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_private_endpoint",
                        "{private_dns_zone_group: absent, lifecycle: {ignore_changes: ['private_dns_zone_group']}}");
    }

    @Test
    void registersEndpointsOfANetworkMadeHereInZonesOfAHubToo() {
        stack.share(
                Network.class,
                new PrivateNetwork(
                        stack,
                        "Network",
                        PrivateNetworkProps.builder()
                                .addressSpace("10.1.0.0/16")
                                .endpointSubnet("10.1.0.0/24")
                                .dnsZones(DnsZones.inResourceGroup(PlatformTeam.RESOURCE_GROUP))
                                .build()));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResourceCount("azurerm_virtual_network", 1)
                .hasResourceCount("azurerm_private_dns_zone", 0)
                .hasResourceCount("azurerm_private_endpoint", 1);
    }

    @Test
    void isKnownByItsId() {
        IPrivateNetwork network = network(DnsZones.byPolicy());
        assertThat(network.virtualNetworkId()).isEqualTo(PlatformTeam.NETWORK);
        assertThat(network.virtualNetworkName()).isEqualTo("vnet-spoke");
        assertThat(network.virtualNetworkResourceGroupName()).isEqualTo("rg-hub");
        assertThat(network.publicAccess()).isFalse();
        assertThat(network.allowedIpRanges()).isEmpty();
        assertThat(network.allowedSubnetIds()).isEmpty();
    }

    @Test
    void refusesASubnetOfAnotherNetwork() {
        ImportedNetworkProps props = ImportedNetworkProps.builder()
                .virtualNetworkId(PlatformTeam.id("Microsoft.Network/virtualNetworks/vnet-spoke"))
                .endpointSubnetId(PlatformTeam.id("Microsoft.Network/virtualNetworks/vnet-spoke2/subnets/snet-one"))
                .dnsZones(DnsZones.byPolicy())
                .build();
        assertThatThrownBy(() -> PrivateNetwork.fromVirtualNetworkId(stack, "Network", props))
                .hasMessage("the subnet \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub"
                        + "/providers/Microsoft.Network/virtualNetworks/vnet-spoke2/subnets/snet-one\" is not in the"
                        + " network \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub"
                        + "/providers/Microsoft.Network/virtualNetworks/vnet-spoke\" (at test-stack/Network)");
    }

    @Test
    void comparesIdsWithoutRegardToCase() {
        ImportedNetworkProps props = ImportedNetworkProps.builder()
                .virtualNetworkId(PlatformTeam.NETWORK.replace("resourceGroups", "resourcegroups"))
                .endpointSubnetId(PlatformTeam.ENDPOINT_SUBNET)
                .dnsZones(DnsZones.byPolicy())
                .build();
        assertThat(PrivateNetwork.fromVirtualNetworkId(stack, "Network", props).virtualNetworkName())
                .isEqualTo("vnet-spoke");
    }

    @Test
    void refusesZonesInWhatIsNoResourceGroup() {
        assertThatThrownBy(() -> DnsZones.inResourceGroup("rg-hub"))
                .hasMessage("\"rg-hub\" is not the id of a resource group,"
                        + " /subscriptions/<id>/resourceGroups/<name> is needed");
        assertThatThrownBy(() -> DnsZones.inResourceGroup("/subscriptions/s/resourceGroups/rg-hub/"))
                .hasMessage("\"/subscriptions/s/resourceGroups/rg-hub/\" is not the id of a resource group,"
                        + " /subscriptions/<id>/resourceGroups/<name> is needed");
    }

    @Test
    void takesZonesInAResourceGroupThatIsMadeHere() {
        share(DnsZones.inResourceGroup(stack.resourceGroup().getId()));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack).hasResource("azurerm_private_endpoint", """
                {private_dns_zone_group: {private_dns_zone_ids: [
                  '${azurerm_resource_group.ResourceGroup.id}/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net',
                ]}}
                """);
    }

    @Test
    void leavesTheAddressesOfASubnetToAzureButNotItsSize() {
        IPrivateNetwork network = network(DnsZones.byPolicy());
        network.claim("10.99.0.0/24", 26, "machines");
        network.claim("10.99.0.0/24", 26, "machines");
        assertThatThrownBy(() -> network.claim("10.99.0.0/27", 26, "machines"))
                .hasMessage("\"10.99.0.0/27\" is too small for machines, at least a /26 is needed");
    }

    private void share(DnsZones zones) {
        stack.share(Network.class, network(zones));
    }

    private IPrivateNetwork network(DnsZones zones) {
        return PrivateNetwork.fromVirtualNetworkId(
                stack,
                "Network",
                ImportedNetworkProps.builder()
                        .virtualNetworkId(PlatformTeam.NETWORK)
                        .endpointSubnetId(PlatformTeam.ENDPOINT_SUBNET)
                        .dnsZones(zones)
                        .build());
    }
}
