package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.NatGateway;
import io.terralake.network.NatGatewayProps;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabricksSubnetsTests {
    private final PlatformStack stack = Stacks.publicStack();

    @ParameterizedTest
    @CsvSource({
        "10.1.4.0/22, 10.1.6.0/24, '\"10.1.6.0/24\" overlaps the subnet \"10.1.4.0/22\" (at test-stack/Subnets)'",
        "10.1.4.0/27, 10.1.8.0/22, '\"10.1.4.0/27\" is too small for the machines of Databricks, at least a /26 is needed (at test-stack/Subnets)'",
        "10.1.4.0/22, 10.2.8.0/22, '\"10.2.8.0/22\" is outside the address space \"10.1.0.0/16\" (at test-stack/Subnets)'",
    })
    void refusesRangesThatCannotWork(String host, String container, String message) {
        VirtualNetwork network = network();
        assertThatThrownBy(() -> subnets("Subnets", network, host, container)).hasMessage(message);
    }

    @Test
    void refusesTheAddressesOfAnotherWorkspace() {
        VirtualNetwork network = network();
        subnets("One", network, "10.1.4.0/22", "10.1.8.0/22");
        assertThatThrownBy(() -> subnets("Two", network, "10.1.12.0/22", "10.1.8.0/23"))
                .hasMessage("\"10.1.8.0/23\" overlaps the subnet \"10.1.8.0/22\" (at test-stack/Two)");
    }

    @Test
    void areMadeInTheResourceGroupOfAnImportedNetwork() {
        subnets(
                "Subnets",
                VirtualNetwork.fromVirtualNetworkId(stack, "Spoke", PlatformTeam.NETWORK),
                "10.9.4.0/22",
                "10.9.8.0/22");
        assertThat(stack)
                .hasResourceCount("azurerm_subnet", 2)
                .allResources("azurerm_subnet", "{resource_group_name: 'rg-hub', virtual_network_name: 'vnet-spoke'}");
    }

    @Test
    void areImportedById() {
        new DatabricksWorkspace(
                stack,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(DatabricksSubnets.fromSubnetIds(
                                stack, "Subnets", PlatformTeam.HOST_SUBNET, PlatformTeam.CONTAINER_SUBNET))
                        .build());
        assertThat(stack)
                .hasResourceCount("azurerm_subnet", 0)
                .hasResource(
                        "azurerm_databricks_workspace",
                        Match.json(
                                """
                                {custom_parameters: exactly({
                                  no_public_ip: true,
                                  virtual_network_id: $network,
                                  public_subnet_name: 'snet-host',
                                  public_subnet_network_security_group_association_id: $hostSubnet,
                                  private_subnet_name: 'snet-container',
                                  private_subnet_network_security_group_association_id: $containerSubnet,
                                })}
                                """,
                                Map.of(
                                        "network",
                                        PlatformTeam.NETWORK,
                                        "hostSubnet",
                                        PlatformTeam.HOST_SUBNET,
                                        "containerSubnet",
                                        PlatformTeam.CONTAINER_SUBNET)));
    }

    @Test
    void areImportedByToken() {
        String id = stack.resourceGroup().getId();
        new DatabricksWorkspace(
                stack,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(DatabricksSubnets.fromSubnetIds(stack, "Subnets", id, id))
                        .build());
        assertThat(stack).hasResource("azurerm_databricks_workspace", """
                {custom_parameters: {
                  virtual_network_id: '${join("/", slice(split("/", azurerm_resource_group.ResourceGroup.id), 0, 9))}',
                  public_subnet_name: '${element(split("/", azurerm_resource_group.ResourceGroup.id), 10)}',
                  private_subnet_name: '${element(split("/", azurerm_resource_group.ResourceGroup.id), 10)}',
                }}
                """);
    }

    @Test
    void areTwoOfOneNetwork() {
        String elsewhere = PlatformTeam.id("Microsoft.Network/virtualNetworks/vnet-other/subnets/snet-container");
        assertThatThrownBy(() -> DatabricksSubnets.fromSubnetIds(stack, "Subnets", PlatformTeam.HOST_SUBNET, elsewhere))
                .hasMessage("\"%s\" and \"%s\" are not two subnets of one network (at test-stack/Subnets)"
                        .formatted(PlatformTeam.HOST_SUBNET, elsewhere));
        assertThatThrownBy(() -> DatabricksSubnets.fromSubnetIds(
                        stack, "Same", PlatformTeam.HOST_SUBNET, PlatformTeam.HOST_SUBNET))
                .hasMessageEndingWith(" are not two subnets of one network (at test-stack/Same)");
    }

    /** Others would replace the gateway, and the address that partners let in. */
    @Test
    void leadOutByAnAddressInAllZonesWhichAreChosenOnce() {
        subnets("Subnets", network(), "10.1.0.0/24", "10.1.1.0/24");
        assertThat(stack)
                .hasResource("azurerm_nat_gateway", "{zones: ['1'], lifecycle: {ignore_changes: ['zones']}}")
                .hasResource("azurerm_public_ip", "{zones: ['1', '2', '3'], lifecycle: {ignore_changes: ['zones']}}");
    }

    @Test
    void leadOutWithoutZonesWhereThereAreNone() {
        PlatformStack west =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        new NatGateway(west, "Way", NatGatewayProps.builder().build());
        assertThat(west)
                .hasResource("azurerm_nat_gateway", "{zones: absent}")
                .hasResource("azurerm_public_ip", "{zones: absent}");
    }

    @Test
    void takeNoAddressesTwiceInANetworkThatIsManagedElsewhere() {
        IVirtualNetwork spoke = VirtualNetwork.fromVirtualNetworkId(stack, "Spoke", PlatformTeam.NETWORK);
        assertThatThrownBy(() -> subnets("Subnets", spoke, "10.9.0.0/24", "10.9.0.0/25"))
                .hasMessage("\"10.9.0.0/25\" overlaps the subnet \"10.9.0.0/24\" (at test-stack/Subnets)");
    }

    private VirtualNetwork network() {
        return new VirtualNetwork(
                stack,
                "Network",
                VirtualNetworkProps.builder().addressSpace("10.1.0.0/16").build());
    }

    private void subnets(String id, IVirtualNetwork network, String host, String container) {
        new DatabricksSubnets(
                stack,
                id,
                DatabricksSubnetsProps.builder()
                        .network(network)
                        .ranges(new DatabricksRanges(host, container))
                        .build());
    }
}
