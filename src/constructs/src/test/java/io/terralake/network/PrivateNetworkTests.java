package io.terralake.network;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateNetworkTests {

    @Test
    void connectsAServiceByEndpointAndDnsZoneOfItsKind() {
        PlatformStack stack = Stacks.privateStack();
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource("azurerm_private_endpoint", """
                        {
                          name: 'pep-kv-lakes-test-weu-vault',
                          subnet_id: textLike('${azurerm_subnet.Network_Endpoints_*.id}'),
                          private_service_connection: {
                            subresource_names: ['vault'],
                            is_manual_connection: false,
                            private_connection_resource_id: textLike('${azurerm_key_vault.Vault_*.id}'),
                          },
                          private_dns_zone_group: {private_dns_zone_ids: [
                            textLike('${azurerm_private_dns_zone.Network_Dns-vault_*.id}'),
                          ]},
                        }
                        """)
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.vaultcore.azure.net'}")
                .hasResource(
                        "azurerm_private_dns_zone_virtual_network_link",
                        "{virtual_network_id: textLike('${azurerm_virtual_network.*.id}')}");
    }

    @Test
    void sharesADnsZoneBetweenServicesOfAKind() {
        PlatformStack stack = Stacks.privateStack();
        new KeyVault(stack, "One", KeyVaultProps.builder().name("kv-one").build());
        new KeyVault(stack, "Two", KeyVaultProps.builder().name("kv-two").build());
        assertThat(stack)
                .hasResourceCount("azurerm_private_endpoint", 2)
                .hasResourceCount("azurerm_private_dns_zone", 1);
    }

    @Test
    void letsOnlyTheServicesPortsFromInsideTheNetworkReachEndpoints() {
        assertThat(Stacks.privateStack())
                .hasResource(
                        "azurerm_subnet",
                        "{default_outbound_access_enabled: false, private_endpoint_network_policies: 'Enabled'}")
                .hasResource("azurerm_network_security_group", """
                        {security_rule: [
                          {
                            access: 'Allow',
                            source_address_prefix: 'VirtualNetwork',
                            destination_port_ranges: ['443', '1433', '3306', '6666', '8443-8451'],
                          },
                          {access: 'Deny', source_address_prefix: '*', priority: 4096},
                        ]}
                        """)
                .hasResourceCount("azurerm_subnet_network_security_group_association", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.2.0.0/24, '\"10.2.0.0/24\" is outside the address space \"10.1.0.0/16\" (at test-stack/Other)'",
        "10.1.0.0/16, 10.1.0.0/28, '\"10.1.0.0/28\" is too small for private endpoints, at least a /27 is needed (at test-stack/Other)'",
        "10.1.0/16, 10.1.0.0/24, '\"10.1.0/16\" is no IPv4 range in CIDR form such as 10.20.0.0/16 (at test-stack/Other)'",
    })
    void refusesRangesThatCannotWork(String space, String subnet, String message) {
        PlatformStack stack = Stacks.publicStack();
        assertThatThrownBy(() -> new PrivateNetwork(stack, "Other", new PrivateNetworkProps(space, subnet, null, null)))
                .hasMessage(message);
    }

    @Test
    void connectsNothingInPublicMode() {
        PlatformStack stack = Stacks.publicStack();
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack).hasResourceCount("azurerm_private_endpoint", 0);
    }
}
