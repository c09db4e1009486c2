package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.monitoring.LogSink;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabricksWorkspaceTests {

    @Test
    void standsInTheNetworkWithoutPublicAddresses() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        workspace(stack);
        assertThat(stack)
                .hasResource(
                        "azurerm_databricks_workspace",
                        Map.of(
                                "name", "dbw-lakes-test-weu",
                                "managed_resource_group_name", "rg-dbw-lakes-test-weu",
                                "sku", "premium",
                                "public_network_access_enabled", true,
                                "custom_parameters",
                                        Map.of(
                                                "no_public_ip", true,
                                                "virtual_network_id",
                                                        Match.matching("\\$\\{azurerm_virtual_network\\..*\\.id}"),
                                                "public_subnet_name",
                                                        Match.matching("\\$\\{azurerm_subnet\\..*Host_.*\\.name}"),
                                                "private_subnet_name",
                                                        Match.matching(
                                                                "\\$\\{azurerm_subnet\\..*Container_.*\\.name}"))))
                .hasResource(
                        "azurerm_subnet",
                        Map.of(
                                "name",
                                "snet-lakes-databricks-host-test-weu",
                                "address_prefixes",
                                List.of("10.1.4.0/22"),
                                "default_outbound_access_enabled",
                                false,
                                "delegation",
                                List.of(Map.of(
                                        "service_delegation", Map.of("name", "Microsoft.Databricks/workspaces")))))
                .hasResourceCount("azurerm_subnet_network_security_group_association", 2)
                .hasResourceCount("azurerm_subnet_nat_gateway_association", 2)
                .hasResourceCount("azurerm_nat_gateway", 1);
    }

    @Test
    void reachesTheLakeThroughItsFirewallInPublicMode() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        assertThat(stack)
                .hasResource("azurerm_subnet", Map.of("service_endpoints", List.of("Microsoft.Storage")))
                .hasResource(
                        "azurerm_storage_account",
                        Map.of(
                                "network_rules",
                                Map.of(
                                        "default_action",
                                        "Deny",
                                        "virtual_network_subnet_ids",
                                        List.of(
                                                Match.matching("\\$\\{azurerm_subnet\\..*Host_.*\\.id}"),
                                                Match.matching("\\$\\{azurerm_subnet\\..*Container_.*\\.id}")))));
    }

    @Test
    void isReachedByPrivateEndpointOnlyInPrivateMode() {
        PlatformStack stack = Stacks.privateStack();
        workspace(stack);
        assertThat(stack)
                .hasResource(
                        "azurerm_databricks_workspace",
                        Map.of(
                                "public_network_access_enabled",
                                false,
                                "network_security_group_rules_required",
                                "NoAzureDatabricksRules"))
                .hasResourceCount("azurerm_private_endpoint", 2)
                // Both kinds of endpoint register in one zone.
                .hasResourceCount("azurerm_private_dns_zone", 1)
                .hasResource("azurerm_private_dns_zone", Map.of("name", "privatelink.azuredatabricks.net"));
        for (String part : List.of("databricks_ui_api", "browser_authentication")) {
            assertThat(stack)
                    .hasResource(
                            "azurerm_private_endpoint",
                            Map.of("private_service_connection", Map.of("subresource_names", List.of(part))));
        }
    }

    @Test
    void needsSubnetsInPrivateMode() {
        PlatformStack stack = Stacks.privateStack();
        assertThatThrownBy(() -> new DatabricksWorkspace(
                        stack, "Databricks", DatabricksWorkspaceProps.builder().build()))
                .hasMessage("in private mode a workspace needs subnets: give it DatabricksSubnets in the network"
                        + " (at test-stack/Databricks)");
    }

    @Test
    void sendsItsLogs() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        stack.share(LogSink.class, Stacks.LOGS);
        workspace(stack);
        assertThat(stack)
                .hasResource(
                        "azurerm_monitor_diagnostic_setting",
                        Map.of(
                                "target_resource_id",
                                Match.matching("\\$\\{azurerm_databricks_workspace\\..*\\.id}"),
                                "enabled_log",
                                List.of(Map.of("category_group", "allLogs"))));
    }

    @Test
    void grantsToIdentities() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        DatabricksWorkspace workspace = workspace(stack);
        workspace.grantManage(
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build()));
        new DataLake(stack, "Lake", DataLakeProps.builder().build()).grantWrite(workspace.connector());
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "role_definition_name",
                                "Contributor",
                                "scope",
                                Match.matching("\\$\\{azurerm_databricks_workspace\\..*\\.id}")))
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "role_definition_name",
                                "Storage Blob Data Contributor",
                                "principal_id",
                                Match.matching(
                                        "\\$\\{azurerm_databricks_access_connector\\..*identity.*\\.principal_id}")));
    }

    private static DatabricksWorkspace workspace(PlatformStack stack) {
        return new DatabricksWorkspace(
                stack,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(stack.find(IDatabricksSubnets.class).orElseThrow())
                        .build());
    }
}
