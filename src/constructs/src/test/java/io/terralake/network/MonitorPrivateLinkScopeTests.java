package io.terralake.network;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorPrivateLinkScopeTests {
    private final PlatformStack stack = Stacks.privateStack();

    @Test
    void letsTheNetworkSendToWhatIsInItAndPeopleAskFromAnywhere() {
        scope();
        assertThat(stack)
                .hasResource("azurerm_monitor_private_link_scope", """
                        {
                          name: 'ampls-lakes-test-weu',
                          ingestion_access_mode: 'PrivateOnly',
                          query_access_mode: 'Open',
                        }
                        """)
                .hasResource(
                        "azurerm_monitor_private_link_scoped_service",
                        Map.of("name", "logs", "linked_resource_id", PlatformTeam.LOGS));
    }

    @Test
    void isReachedByOneEndpointInFiveZonesWhenAllIsInIt() {
        scope();
        assertThat(stack)
                .hasResourceCount("azurerm_private_dns_zone", 5)
                .hasResource("azurerm_private_endpoint", """
                        {
                          private_service_connection: {subresource_names: ['azuremonitor']},
                          private_dns_zone_group: {private_dns_zone_ids: [
                            textLike('${azurerm_private_dns_zone.Network_Dns-azuremonitor_*.id}'),
                            textLike('${azurerm_private_dns_zone.Network_Dns-oms_*.id}'),
                            textLike('${azurerm_private_dns_zone.Network_Dns-ods_*.id}'),
                            textLike('${azurerm_private_dns_zone.Network_Dns-agentsvc_*.id}'),
                            textLike('${azurerm_private_dns_zone.Network_Dns-blob_*.id}'),
                          ]},
                          depends_on: [
                            textLike('azurerm_monitor_private_link_scoped_service.Monitor_insights_*'),
                            textLike('azurerm_monitor_private_link_scoped_service.Monitor_logs_*'),
                          ],
                        }
                        """)
                .hasResource("azurerm_monitor_private_link_scoped_service", """
                        {
                          name: 'logs',
                          depends_on: [textLike('azurerm_monitor_private_link_scoped_service.Monitor_insights_*')],
                        }
                        """);
    }

    /** Whoever is first: the zone of blobs has one address. */
    @Test
    void sharesTheZoneOfBlobs() {
        scope();
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        assertThat(stack)
                .hasResourceCount("azurerm_private_dns_zone", 6)
                .hasResource("azurerm_private_dns_zone_virtual_network_link", "{name: 'blob'}");
    }

    private void scope() {
        new MonitorPrivateLinkScope(
                stack,
                "Monitor",
                MonitorPrivateLinkScopeProps.builder()
                        .resources(Map.of(
                                "logs",
                                PlatformTeam.LOGS,
                                "insights",
                                PlatformTeam.id("Microsoft.Insights/components/appi-hub")))
                        .build());
    }
}
