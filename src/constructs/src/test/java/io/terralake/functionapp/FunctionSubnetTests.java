package io.terralake.functionapp;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.Network;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class FunctionSubnetTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void reachesServicesAndTheInternetInPublicMode() {
        FunctionSubnet subnet = subnet(stack, network(), "10.1.12.0/27", null);
        assertThat(stack)
                .hasResource("azurerm_subnet", """
                        {
                          name: 'snet-lakes-functions-test-weu',
                          address_prefixes: ['10.1.12.0/27'],
                          default_outbound_access_enabled: false,
                          service_endpoints: ['Microsoft.AzureCosmosDB', 'Microsoft.EventHub', 'Microsoft.KeyVault',
                            'Microsoft.Sql', 'Microsoft.Storage'],
                          delegation: [{service_delegation: {
                            name: 'Microsoft.App/environments',
                            actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'],
                          }}],
                        }
                        """)
                .hasResource(
                        "azurerm_network_security_group",
                        "{name: 'nsg-lakes-functions-test-weu', security_rule: absent}")
                .hasResource("azurerm_subnet_network_security_group_association", """
                        {
                          subnet_id: textLike('${azurerm_subnet.*.id}'),
                          network_security_group_id: textLike('${azurerm_network_security_group.*.id}'),
                        }
                        """)
                .hasResource("azurerm_nat_gateway", "{name: 'ng-lakes-functions-test-weu'}")
                .hasResource("azurerm_public_ip", "{name: 'pip-lakes-nat-functions-test-weu'}");
        assertThat(Network.of(stack).allowedSubnetIds()).containsExactly(subnet.subnetId());
    }

    @Test
    void staysInsideInPrivateMode() {
        PlatformStack inside = Stacks.privateStack();
        subnet(inside, (IVirtualNetwork) Network.of(inside), "10.1.12.0/27", null);
        assertThat(inside)
                .hasResource("azurerm_subnet", "{name: 'snet-lakes-functions-test-weu', service_endpoints: absent}")
                .doesNotHaveResource("azurerm_nat_gateway", "{name: 'ng-lakes-functions-test-weu'}");
    }

    @Test
    void reachesTheInternetWhenItIsTold() {
        subnet(stack, network(), "10.1.12.0/27", false);
        assertThat(stack).hasResourceCount("azurerm_nat_gateway", 0);
    }

    @Test
    void refusesRangesThatCannotWork() {
        IVirtualNetwork network = network();
        assertThatThrownBy(() -> subnet(stack, network, "10.1.12.0/28", null))
                .hasMessage(
                        "\"10.1.12.0/28\" is too small for functions, at least a /27 is needed (at test-stack/Subnet)");
        PlatformStack other = Stacks.publicStackWithCompute();
        assertThatThrownBy(() ->
                        subnet(other, (IVirtualNetwork) other.getNode().findChild("Network"), "10.1.4.0/27", null))
                .hasMessage("\"10.1.4.0/27\" overlaps the subnet \"10.1.4.0/22\" (at test-stack/Subnet)");
    }

    @Test
    void isImportedById() {
        IFunctionSubnet subnet = FunctionSubnet.fromSubnetId(stack, "Subnet", PlatformTeam.HOST_SUBNET);
        assertThat(subnet.subnetId()).isEqualTo(PlatformTeam.HOST_SUBNET);
        assertThat(Network.of(stack).allowedSubnetIds()).containsExactly(PlatformTeam.HOST_SUBNET);
        assertThatThrownBy(() -> FunctionSubnet.fromSubnetId(stack, "Other", PlatformTeam.NETWORK))
                .hasMessageContaining("Microsoft.Network/virtualNetworks/<name>/subnets/<name> is needed");
    }

    private IVirtualNetwork network() {
        return new VirtualNetwork(
                stack,
                "Network",
                VirtualNetworkProps.builder().addressSpace("10.1.0.0/16").build());
    }

    private static FunctionSubnet subnet(PlatformStack stack, IVirtualNetwork network, String range, Boolean internet) {
        return new FunctionSubnet(
                stack,
                "Subnet",
                FunctionSubnetProps.builder()
                        .network(network)
                        .range(range)
                        .internet(internet)
                        .build());
    }
}
