package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogSink;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
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
                .hasResource("azurerm_databricks_workspace", """
                        {
                          name: 'dbw-lakes-test-weu',
                          managed_resource_group_name: 'rg-dbw-lakes-test-weu',
                          sku: 'premium',
                          public_network_access_enabled: true,
                          custom_parameters: {
                            no_public_ip: true,
                            virtual_network_id: textLike('${azurerm_virtual_network.*.id}'),
                            public_subnet_name: textLike('${azurerm_subnet.*Host_*.name}'),
                            private_subnet_name: textLike('${azurerm_subnet.*Container_*.name}'),
                          },
                        }
                        """)
                .hasResource("azurerm_subnet", """
                        {
                          name: 'snet-lakes-databricks-host-test-weu',
                          address_prefixes: ['10.1.4.0/22'],
                          default_outbound_access_enabled: false,
                          delegation: [{service_delegation: {name: 'Microsoft.Databricks/workspaces'}}],
                        }
                        """)
                .hasResourceCount("azurerm_subnet_network_security_group_association", 2)
                .hasResourceCount("azurerm_subnet_nat_gateway_association", 2)
                .hasResourceCount("azurerm_nat_gateway", 1);
    }

    @Test
    void reachesTheLakeThroughItsFirewallInPublicMode() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        assertThat(stack)
                .hasResource("azurerm_subnet", "{service_endpoints: ['Microsoft.KeyVault', 'Microsoft.Storage']}")
                .hasResource("azurerm_storage_account", """
                        {network_rules: {
                          default_action: 'Deny',
                          virtual_network_subnet_ids: [
                            textLike('${azurerm_subnet.*Host_*.id}'),
                            textLike('${azurerm_subnet.*Container_*.id}'),
                          ],
                        }}
                        """);
    }

    @Test
    void isReachedByPrivateEndpointOnlyInPrivateMode() {
        PlatformStack stack = Stacks.privateStack();
        workspace(stack);
        assertThat(stack)
                .hasResource("azurerm_databricks_workspace", """
                        {
                          public_network_access_enabled: false,
                          network_security_group_rules_required: 'NoAzureDatabricksRules',
                        }
                        """)
                // Two of the workspace, which register in one zone, and two of its own storage.
                .hasResourceCount("azurerm_private_endpoint", 4)
                .hasResourceCount("azurerm_private_dns_zone", 3)
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.azuredatabricks.net'}");
        for (String part : List.of("databricks_ui_api", "browser_authentication")) {
            assertThat(stack)
                    .hasResource(
                            "azurerm_private_endpoint",
                            "{private_service_connection: {subresource_names: ['%s']}}".formatted(part));
        }
    }

    @Test
    void closesItsOwnStorageInPrivateMode() {
        PlatformStack stack = Stacks.privateStack();
        workspace(stack);
        String storage = "${azurerm_databricks_workspace.Databricks_EE3AE44B.managed_resource_group_id}"
                + "/providers/Microsoft.Storage/storageAccounts/"
                + "${azurerm_databricks_workspace.Databricks_EE3AE44B.custom_parameters[0].storage_account_name}";
        assertThat(stack).hasResource("azurerm_databricks_workspace", """
                {
                  default_storage_firewall_enabled: true,
                  custom_parameters: {storage_account_name: 'stdbwlakestestweu'},
                  lifecycle: {ignore_changes: ['custom_parameters[0].storage_account_name', 'infrastructure_encryption_enabled']},
                  access_connector_id: textLike('${azurerm_databricks_access_connector.*.id}'),
                }
                """);
        for (String part : List.of("blob", "dfs")) {
            assertThat(stack)
                    .hasResource(
                            "azurerm_private_endpoint",
                            Match.json(
                                    """
                    {
                      name: $name,
                      private_service_connection: {private_connection_resource_id: $storage, subresource_names: [$part]},
                    }
                    """,
                                    Map.of(
                                            "name",
                                            "pep-dbw-lakes-test-weu-root-" + part,
                                            "storage",
                                            storage,
                                            "part",
                                            part)));
        }
    }

    /** Fixed at creation: a workspace that is there without must not be replaced. */
    @Test
    void encryptsItsOwnStorageTwice() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        workspace(stack);
        assertThat(stack).hasResource("azurerm_databricks_workspace", """
                {
                  infrastructure_encryption_enabled: true,
                  default_storage_firewall_enabled: absent,
                  access_connector_id: absent,
                  custom_parameters: {storage_account_name: absent},
                  lifecycle: exactly({ignore_changes: ['custom_parameters[0].storage_account_name', 'infrastructure_encryption_enabled']}),
                }
                """);
    }

    /** Azure answers two at once with ConcurrentUpdateError. */
    @Test
    void getsItsPrivateEndpointsOneAfterTheOther() {
        PlatformStack stack = Stacks.privateStack();
        workspace(stack);
        assertThat(stack).hasResource("azurerm_private_endpoint", """
                        {
                          private_service_connection: {subresource_names: ['browser_authentication']},
                          depends_on: [textLike('azurerm_private_endpoint.Databricks_PrivateEndpoint-databricks_ui_api_*')],
                        }
                        """).hasResource("azurerm_private_endpoint", """
                        {
                          private_service_connection: {subresource_names: ['databricks_ui_api']},
                          depends_on: absent,
                        }
                        """);
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
        assertThat(stack).hasResource("azurerm_monitor_diagnostic_setting", """
                {
                  target_resource_id: textLike('${azurerm_databricks_workspace.*.id}'),
                  enabled_log: [{category_group: 'allLogs'}],
                }
                """);
    }

    @Test
    void grantsToIdentities() {
        PlatformStack stack = Stacks.publicStackWithCompute();
        DatabricksWorkspace workspace = workspace(stack);
        workspace.grantManage(
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build()));
        new DataLake(stack, "Lake", DataLakeProps.builder().build()).grantWrite(workspace.connector());
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Contributor',
                  scope: textLike('${azurerm_databricks_workspace.*.id}'),
                }
                """).hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          principal_id: textLike('${azurerm_databricks_access_connector.*.identity[0].principal_id}'),
                        }
                        """);
    }

    @Test
    void isImportedByADataSourceThatKnowsItsAddress() {
        PlatformStack stack = Stacks.publicStack();
        IDatabricksWorkspace workspace =
                DatabricksWorkspace.fromWorkspaceId(stack, "Databricks", PlatformTeam.WORKSPACE);
        new ClusterPolicy(
                stack,
                "Policy",
                ClusterPolicyProps.builder().workspace(workspace).name("jobs").build());
        workspace.grantManage(Principal.group("admins", "11111111-2222-3333-4444-555555555555"));
        assertThat(stack)
                .hasResourceCount("azurerm_databricks_workspace", 0)
                .hasResource("data.azurerm_databricks_workspace", "{name: 'dbw-hub', resource_group_name: 'rg-hub'}")
                .hasProvider("databricks", Match.json("""
                        {
                          host: textLike('https://${data.azurerm_databricks_workspace.*.workspace_url}'),
                          azure_workspace_resource_id: $workspace,
                        }
                        """, Map.of("workspace", PlatformTeam.WORKSPACE)))
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of("role_definition_name", "Contributor", "scope", PlatformTeam.WORKSPACE));
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
