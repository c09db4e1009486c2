package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingZoneTests {
    private static final String RETAINED = "{lifecycle: {prevent_destroy: true}}";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void hasEveryPart(String environment) {
        assertThat(stack(environment))
                .hasResourceCount("azurerm_resource_group", 1)
                .hasResourceCount("azurerm_log_analytics_workspace", 1)
                .hasResourceCount("azurerm_application_insights", 1)
                .hasResourceCount("azurerm_key_vault", 1)
                .hasResourceCount("azurerm_mssql_server", 1)
                .hasResourceCount("azurerm_data_factory", 1)
                .hasResourceCount("azurerm_databricks_workspace", 1)
                .hasResourceCount("azurerm_databricks_access_connector", 1)
                .hasResourceCount("azurerm_monitor_action_group", 1)
                .hasResourceCount("azurerm_monitor_metric_alert", 5)
                .hasResourceCount("azurerm_eventgrid_system_topic", 1)
                .hasResourceCount("azurerm_monitor_activity_log_alert", 2)
                .hasResourceCount("azurerm_consumption_budget_resource_group", 1)
                .hasResourceCount("azurerm_storage_account", 1)
                .hasResourceCount("azurerm_storage_container", 4)
                .hasNoAnnotations();
        for (String zone : List.of("bronze", "silver", "gold", "archive")) {
            assertThat(stack(environment)).hasResource("azurerm_storage_container", Map.of("name", zone));
        }
    }

    @Test
    void devIsPublicWithAnAllowListAndMayBeDestroyed() {
        assertThat(stack("dev"))
                .hasResource("azurerm_storage_account", """
                        {
                          name: 'sttlakelakedevweu',
                          account_replication_type: 'LRS',
                          network_rules: {default_action: 'Deny', ip_rules: ['203.0.113.0/24']},
                        }
                        """)
                .hasResource("azurerm_virtual_network", "{address_space: ['10.10.0.0/16']}")
                .hasResourceCount("azurerm_private_endpoint", 0)
                .hasResourceCount("azurerm_management_lock", 0)
                .doesNotHaveResource("azurerm_storage_account", RETAINED);
    }

    @Test
    void prodIsPrivateZoneRedundantAndRetained() {
        assertThat(stack("prod"))
                .hasResource("azurerm_storage_account", """
                        {
                          name: 'sttlakelakeprodweu',
                          account_replication_type: 'ZRS',
                          public_network_access_enabled: false,
                        }
                        """)
                .hasResource("azurerm_key_vault", "{public_network_access_enabled: false}")
                .hasResource("azurerm_databricks_workspace", "{public_network_access_enabled: false}")
                .hasResourceCount("azurerm_private_endpoint", 11)
                // Those of the data products' services among them.
                .hasResourceCount("azurerm_private_dns_zone", 20)
                .hasResourceCount("azurerm_monitor_private_link_scoped_service", 2)
                .hasResource("azurerm_mssql_server_security_alert_policy", "{state: 'Enabled'}")
                .hasResourceCount("azurerm_management_lock", 1)
                .allResources("azurerm_storage_account", RETAINED)
                .allResources("azurerm_storage_container", RETAINED)
                .allResources("azurerm_key_vault", RETAINED)
                .allResources("azurerm_log_analytics_workspace", RETAINED)
                .allResources("azurerm_resource_group", RETAINED);
    }

    /** Below a lock Azure refuses to revoke a role, to remove a zone or to replace an endpoint. */
    @Test
    void prodLocksOnlyLogsAndDatabases() {
        assertThat(stack("prod"))
                .hasResource(
                        "azurerm_management_lock", "{scope: textLike('${azurerm_log_analytics_workspace.Logs_*.id}')}");
        assertThat(Platform.app().stack("prod-loan-versions"))
                .hasResourceCount("azurerm_management_lock", 1)
                .hasResource("azurerm_management_lock", "{scope: textLike('${azurerm_mssql_database.Database_*.id}')}");
    }

    @Test
    void prodsSqlServerIsAdministeredByTheGroupOfTheSettings() {
        assertThat(stack("prod")).hasResource("azurerm_mssql_server", """
                {azuread_administrator: {
                  login_username: 'data-platform-sql-administrators',
                  object_id: '11111111-2222-3333-4444-555555555555',
                }}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsUnityCatalogReadWhatItReadsAndWriteWhatItWrites(String environment) {
        String connector =
                "${azurerm_databricks_access_connector.Databricks_AccessConnector_FEC2FE89.identity[0].principal_id}";
        Map<String, Set<String>> roles = stack(environment).resources("azurerm_role_assignment").stream()
                .map(Resource::properties)
                .filter(assignment -> assignment.path("principal_id").asText().equals(connector))
                .collect(Collectors.groupingBy(
                        assignment -> assignment.path("role_definition_name").asText(),
                        Collectors.mapping(
                                assignment -> assignment.path("scope").asText(), Collectors.toSet())));
        assertThat(roles)
                .isEqualTo(Map.of(
                        "Storage Blob Data Reader", Set.of("${azurerm_storage_container.Lake_bronze_781C42F2.id}"),
                        "Storage Blob Data Contributor",
                                Set.of(
                                        "${azurerm_storage_container.Lake_silver_32267164.id}",
                                        "${azurerm_storage_container.Lake_gold_227999E5.id}"),
                        "Storage Blob Delegator", Set.of("${azurerm_storage_account.Lake_5F1B88EA.id}")));
    }

    @Test
    void tiersZonesAsTheSettingsSay() {
        assertThat(stack("dev")).hasResource("azurerm_storage_management_policy", """
                {rule: arrayWith({
                  name: 'bronze',
                  actions: {base_blob: exactly({
                    tier_to_cool_after_days_since_modification_greater_than: 30,
                    tier_to_archive_after_days_since_modification_greater_than: 90,
                    delete_after_days_since_modification_greater_than: 365,
                  })},
                })}
                """);
    }

    /** The reference system's alert wanted more than one failure. */
    @Test
    void tellsOfASingleFailedPipeline() {
        assertThat(stack("prod")).hasResource("azurerm_monitor_metric_alert", """
                {criteria: [{
                  metric_name: 'PipelineFailedRuns',
                  aggregation: 'Total',
                  operator: 'GreaterThan',
                  threshold: 0,
                }]}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsTheFactoryReachLakeAndSqlServerPrivately(String environment) {
        for (String part : List.of("blob", "dfs", "sqlServer")) {
            assertThat(stack(environment))
                    .hasResource("azurerm_data_factory_managed_private_endpoint", Map.of("subresource_name", part));
        }
    }

    @Test
    void letsTheFactoryRunJobs() {
        for (String environment : List.of("dev", "prod")) {
            assertThat(stack(environment)).hasResource("azurerm_role_assignment", """
                    {
                      role_definition_name: 'Contributor',
                      principal_id: textLike('${azurerm_data_factory.*.identity[0].principal_id}'),
                      scope: textLike('${azurerm_databricks_workspace.*.id}'),
                    }
                    """);
        }
        assertThat(stack("dev")).hasResourceCount("azurerm_data_factory_managed_private_endpoint", 3);
        // Azure changes a workspace in one way at a time.
        assertThat(stack("prod")).hasResource("azurerm_data_factory_managed_private_endpoint", """
                {
                  subresource_name: 'databricks_ui_api',
                  target_resource_id: textLike('${azurerm_databricks_workspace.*.id}'),
                  depends_on: [
                    textLike('azurerm_private_endpoint.Databricks_PrivateEndpoint-databricks_ui_api_*'),
                    textLike('azurerm_private_endpoint.Databricks_PrivateEndpoint-browser_authentication_*'),
                    anyValue,
                    anyValue,
                  ],
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsWorkflowsPastTheLakesFirewall(String environment) {
        assertThat(stack(environment)).hasResource("azurerm_storage_account", """
                {network_rules: {default_action: 'Deny', private_link_access: [{
                  endpoint_resource_id: textLike('${azurerm_resource_group.*.id}/providers/Microsoft.Logic/workflows/**'),
                }]}}
                """);
    }

    @Test
    void leadsFunctionsAndApiManagementIntoTheNetwork() {
        assertThat(stack("dev")).hasResource("azurerm_subnet", """
                        {
                          name: 'snet-tlake-functions-dev-weu',
                          address_prefixes: ['10.10.12.0/26'],
                          service_endpoints: arrayWith('Microsoft.AzureCosmosDB', 'Microsoft.EventHub'),
                          delegation: [{service_delegation: {name: 'Microsoft.App/environments'}}],
                        }
                        """).hasResourceCount("azurerm_subnet", 3);
        assertThat(stack("prod"))
                .hasResource("azurerm_subnet", "{address_prefixes: ['10.20.48.0/26'], service_endpoints: absent}")
                .hasResource("azurerm_subnet", """
                        {
                          address_prefixes: ['10.20.48.64/27'],
                          delegation: [{service_delegation: {name: 'Microsoft.Web/serverFarms'}}],
                        }
                        """);
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-landing-zone");
    }
}
