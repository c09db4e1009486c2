package io.terralake.network;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettings;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualNetworkTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void hasAnAddressSpaceAndTheNameOfThePlatform() {
        network();
        assertThat(stack)
                .hasResource(
                        "azurerm_virtual_network", "{name: 'vnet-lakes-test-weu', address_space: ['10.1.0.0/16']}");
    }

    @Test
    void givesAddressesOnce() {
        VirtualNetwork network = network();
        network.claim("10.1.0.0/24", 26, "machines");
        network.claim("10.1.1.0/24", 26, "machines");
        assertThatThrownBy(() -> network.claim("10.1.1.128/25", 26, "machines"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"10.1.1.128/25\" overlaps the subnet \"10.1.1.0/24\"");
        assertThatThrownBy(() -> network.claim("10.2.0.0/24", 26, "machines"))
                .hasMessage("\"10.2.0.0/24\" is outside the address space \"10.1.0.0/16\"");
        assertThatThrownBy(() -> network.claim("10.1.2.0/27", 26, "machines"))
                .hasMessage("\"10.1.2.0/27\" is too small for machines, at least a /26 is needed");
        assertThatThrownBy(() -> network.claim("10.1.2", 26, "machines"))
                .hasMessage("\"10.1.2\" is no IPv4 range in CIDR form such as 10.20.0.0/16");
    }

    @Test
    void keepsTheAddressesOfARefusedSubnet() {
        VirtualNetwork network = network();
        assertThatThrownBy(() -> network.claim("10.1.0.0/27", 26, "machines")).hasMessageContaining("too small");
        network.claim("10.1.0.0/24", 26, "machines");
    }

    @Test
    void refusesAnAddressSpaceThatIsNone() {
        assertThatThrownBy(() -> new VirtualNetwork(
                        stack,
                        "Network",
                        VirtualNetworkProps.builder().addressSpace("10.1.0.0").build()))
                .hasMessage("\"10.1.0.0\" is a single address, a range such as 10.1.0.0/24 is needed"
                        + " (at test-stack/Network)");
    }

    @Test
    void importsANetworkById() {
        IVirtualNetwork network = VirtualNetwork.fromVirtualNetworkId(stack, "Spoke", PlatformTeam.NETWORK);
        assertThat(network.virtualNetworkId()).isEqualTo(PlatformTeam.NETWORK);
        assertThat(network.virtualNetworkName()).isEqualTo("vnet-spoke");
        assertThat(network.virtualNetworkResourceGroupName()).isEqualTo("rg-hub");
        network.claim("192.168.0.0/24", 26, "machines");
        assertThatThrownBy(() -> network.claim("192.168.0.0/27", 26, "machines"))
                .hasMessage("\"192.168.0.0/27\" is too small for machines, at least a /26 is needed");
        assertThat(stack).hasResourceCount("azurerm_virtual_network", 0);
    }

    @Test
    void refusesAnAllowListThatLetsInMoreThanIsMeant() {
        assertThatThrownBy(() -> new PublicNetwork(List.of("203.0.113.7", "0.0.0.0/0", "020.30.40.0/24")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"0.0.0.0/0\" is too wide for an allow-list, at most a /8 is allowed;"
                        + " \"020.30.40.0/24\" is no IPv4 range in CIDR form such as 10.20.0.0/16");
    }

    @Test
    void namesTheStackWhoseSettingsHaveSuchAList() {
        PlatformStack open = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withNetwork(new NetworkSettings(NetworkMode.PUBLIC, List.of("0.0.0.0"), "10.1.0.0/16", null, null)));
        assertThatThrownBy(() -> Network.of(open))
                .hasMessageStartingWith("\"0.0.0.0\" is no host's address")
                .hasMessageEndingWith(" (at test-stack)");
    }

    private VirtualNetwork network() {
        return new VirtualNetwork(
                stack,
                "Network",
                VirtualNetworkProps.builder().addressSpace("10.1.0.0/16").build());
    }
}
