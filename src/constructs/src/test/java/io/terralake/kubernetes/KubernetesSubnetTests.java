package io.terralake.kubernetes;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.network.Network;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesSubnetTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void letsTheAllowListInAndNodesOutByOneAddress() {
        KubernetesSubnet subnet = Clusters.subnet(stack);
        assertThat(stack)
                .hasResource("azurerm_subnet", """
                        {
                          name: 'snet-lakes-kubernetes-test-weu',
                          address_prefixes: ['10.1.16.0/24'],
                          default_outbound_access_enabled: false,
                          service_endpoints: ['Microsoft.AzureCosmosDB', 'Microsoft.EventHub', 'Microsoft.KeyVault',
                            'Microsoft.Sql', 'Microsoft.Storage'],
                          delegation: absent,
                        }
                        """)
                .hasResource("azurerm_network_security_group", """
                        {
                          name: 'nsg-lakes-kubernetes-test-weu',
                          security_rule: [{
                            name: 'allow-https-from-allow-list',
                            description: '',
                            priority: 100,
                            direction: 'Inbound',
                            access: 'Allow',
                            protocol: 'Tcp',
                            source_address_prefixes: ['203.0.113.0/24'],
                            source_port_range: '*',
                            destination_address_prefix: '*',
                            destination_port_range: '443',
                          }],
                        }
                        """)
                .hasResource("azurerm_subnet_network_security_group_association", """
                        {subnet_id: textLike('${azurerm_subnet.Nodes_*.id}')}
                        """)
                .hasResource("azurerm_subnet_nat_gateway_association", """
                        {
                          nat_gateway_id: textLike('${azurerm_nat_gateway.Nodes_*.id}'),
                          subnet_id: textLike('${azurerm_subnet_network_security_group_association.Nodes_*.subnet_id}'),
                        }
                        """)
                .hasResource("azurerm_nat_gateway", "{name: 'ng-lakes-kubernetes-test-weu'}")
                .hasResource("azurerm_public_ip", "{name: 'pip-lakes-nat-kubernetes-test-weu'}");
        assertThat(Network.of(stack).allowedSubnetIds()).containsExactly(subnet.subnetId());
    }

    @Test
    void letsNobodyInWhereNobodyIsAllowed() {
        PlatformStack closed = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withNetwork(NetworkSettingsBuilder.builder()
                        .mode(NetworkMode.PUBLIC)
                        .addressSpace("10.1.0.0/16")
                        .build()));
        Clusters.subnet(closed);
        assertThat(closed)
                .hasResource(
                        "azurerm_network_security_group",
                        "{name: 'nsg-lakes-kubernetes-test-weu', security_rule: absent}");
    }

    @Test
    void isReachedFromInsideOnlyInPrivateMode() {
        PlatformStack inside = Stacks.privateStack();
        Clusters.subnet(inside);
        assertThat(inside)
                .hasResource("azurerm_subnet", "{name: 'snet-lakes-kubernetes-test-weu', service_endpoints: absent}")
                .hasResource(
                        "azurerm_network_security_group",
                        "{name: 'nsg-lakes-kubernetes-test-weu', security_rule: absent}")
                .hasResource("azurerm_nat_gateway", "{name: 'ng-lakes-kubernetes-test-weu'}");
    }

    @Test
    void refusesRangesThatCannotWork() {
        assertThatThrownBy(() -> Clusters.subnet(Stacks.publicStack(), "10.1.16.0/28"))
                .hasMessage("\"10.1.16.0/28\" is too small for the nodes of Kubernetes, at least a /27 is needed"
                        + " (at test-stack/Nodes)");
        assertThatThrownBy(() -> Clusters.subnet(Stacks.privateStack(), "10.1.4.0/24"))
                .hasMessage("\"10.1.4.0/24\" overlaps the subnet \"10.1.4.0/22\" (at test-stack/Nodes)");
        assertThatThrownBy(() -> KubernetesSubnet.checkRange("10.2.0.0/24", "10.1.0.0/16"))
                .hasMessage("\"10.2.0.0/24\" is outside the address space \"10.1.0.0/16\"");
    }

    @Test
    void isImportedById() {
        IKubernetesSubnet subnet =
                KubernetesSubnet.fromSubnetId(stack, "Hub", PlatformTeam.HOST_SUBNET, List.of("203.0.113.7"));
        assertThat(subnet.subnetId()).isEqualTo(PlatformTeam.HOST_SUBNET);
        assertThat(subnet.virtualNetworkId()).isEqualTo(PlatformTeam.NETWORK);
        assertThat(subnet.outboundAddresses()).containsExactly("203.0.113.7");
        assertThat(Network.of(stack).allowedSubnetIds()).containsExactly(PlatformTeam.HOST_SUBNET);
        assertThatThrownBy(() -> KubernetesSubnet.fromSubnetId(stack, "Vault", PlatformTeam.VAULT, List.of()))
                .hasMessageContaining("is the id of a Microsoft.KeyVault/vaults")
                .hasMessageEndingWith("(at test-stack/Vault)");
        assertThatThrownBy(() ->
                        KubernetesSubnet.fromSubnetId(stack, "Bad", PlatformTeam.HOST_SUBNET, List.of("10.0.0.1")))
                .hasMessage(
                        "\"10.0.0.1\" is a private range, only public addresses can be allowed (at test-stack/Bad)");
    }
}
