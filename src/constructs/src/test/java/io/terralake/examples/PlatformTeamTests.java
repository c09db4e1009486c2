package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.monitoring.LogSink;
import io.terralake.network.DnsZones;
import io.terralake.network.ImportedNetworkProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateNetwork;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack that stands on what a platform team runs: its spoke network, the DNS zones of the hub, its Log Analytics. */
class PlatformTeamTests {
    private static final String PROVIDERS =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers";

    private final PlatformStack stack = Stacks.stack(
            EnvironmentSettingsBuilder.from(Stacks.privateSettings()).withSubscriptionId(PlatformTeam.SUBSCRIPTION));

    @BeforeEach
    void buildAPlatformOnTheirs() {
        stack.share(LogSink.class, LogAnalytics.fromWorkspaceId(stack, "Logs", PlatformTeam.LOGS));
        stack.share(
                Network.class,
                PrivateNetwork.fromVirtualNetworkId(
                        stack,
                        "Network",
                        ImportedNetworkProps.builder()
                                .virtualNetworkId(PlatformTeam.NETWORK)
                                .endpointSubnetId(PlatformTeam.ENDPOINT_SUBNET)
                                .dnsZones(DnsZones.inResourceGroup(PlatformTeam.RESOURCE_GROUP))
                                .build()));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new SqlServer(stack, "Server", SqlServerProps.builder().build());
        new DatabricksWorkspace(
                stack,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(DatabricksSubnets.fromSubnetIds(
                                stack, "Subnets", PlatformTeam.HOST_SUBNET, PlatformTeam.CONTAINER_SUBNET))
                        .build());
    }

    @Test
    void makesNoNetworkZonesOrWorkspaceOfItsOwn() {
        for (String type : List.of(
                "azurerm_virtual_network",
                "azurerm_subnet",
                "azurerm_network_security_group",
                "azurerm_private_dns_zone",
                "azurerm_private_dns_zone_virtual_network_link",
                "azurerm_log_analytics_workspace")) {
            assertThat(stack).hasResourceCount(type, 0);
        }
        assertThat(stack).hasNoAnnotations();
    }

    @ParameterizedTest
    @CsvSource({
        "vault, privatelink.vaultcore.azure.net",
        "blob, privatelink.blob.core.windows.net",
        "dfs, privatelink.dfs.core.windows.net",
        "sqlServer, privatelink.database.windows.net",
        "databricks_ui_api, privatelink.azuredatabricks.net",
        "browser_authentication, privatelink.azuredatabricks.net",
    })
    void hasItsEndpointsInTheirSubnetAndZones(String part, String zone) {
        assertThat(stack)
                .hasResourceCount("azurerm_private_endpoint", 8)
                .hasResource("azurerm_private_endpoint", """
                        {
                          subnet_id: '%1$s/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-endpoints',
                          private_service_connection: {subresource_names: ['%2$s']},
                          private_dns_zone_group: {
                            private_dns_zone_ids: ['%1$s/Microsoft.Network/privateDnsZones/%3$s'],
                          },
                        }
                        """.formatted(PROVIDERS, part, zone));
    }

    @Test
    void sendsItsLogsToTheirs() {
        assertThat(stack)
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 4)
                .allResources(
                        "azurerm_monitor_diagnostic_setting",
                        "{log_analytics_workspace_id: '%s/Microsoft.OperationalInsights/workspaces/log-hub'}"
                                .formatted(PROVIDERS));
    }

    @Test
    void hasNoPublicEndpoint() {
        for (String type : List.of(
                "azurerm_key_vault",
                "azurerm_storage_account",
                "azurerm_mssql_server",
                "azurerm_databricks_workspace")) {
            assertThat(stack).allResources(type, "{public_network_access_enabled: false}");
        }
    }
}
