package io.terralake.monitoring;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountConfig;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonitoringTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void sendsTheLogsOfEveryResourceThatHasSome() {
        PlatformStack privateStack = Stacks.privateStack();
        privateStack.share(LogSink.class, Stacks.LOGS);
        new KeyVault(privateStack, "Vault", KeyVaultProps.builder().build());
        new DataLake(privateStack, "Lake", DataLakeProps.builder().build());
        assertThat(privateStack)
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 6)
                .allResources(
                        "azurerm_monitor_diagnostic_setting",
                        Map.of("log_analytics_workspace_id", Stacks.LOGS.workspaceId()))
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_key_vault.*.id}'),
                          enabled_log: [{category_group: 'allLogs'}],
                          enabled_metric: [{category: 'AllMetrics'}],
                        }
                        """)
                // Storage logs in its services, and rejects AllMetrics.
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_storage_account.*.id}/blobServices/default'),
                          enabled_log: [{category_group: 'audit'}],
                          enabled_metric: [{category: 'Transaction'}],
                        }
                        """);
    }

    @Test
    void sendsNoLogsWithoutASink() {
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack).hasResourceCount("azurerm_monitor_diagnostic_setting", 0);
    }

    @Test
    void keepsLogsInAWorkspaceWithoutLocalAuthentication() {
        LogAnalytics logs = new LogAnalytics(
                stack,
                "Logs",
                LogAnalyticsProps.builder().retentionDays(60).dailyQuotaGb(2).build());
        new ApplicationInsights(
                stack, "Insights", ApplicationInsightsProps.builder().logs(logs).build());
        assertThat(stack)
                .hasResource(
                        "azurerm_log_analytics_workspace",
                        "{local_authentication_enabled: false, retention_in_days: 60, daily_quota_gb: 2}")
                .hasResource("azurerm_application_insights", """
                        {
                          local_authentication_disabled: true,
                          workspace_id: textLike('${azurerm_log_analytics_workspace.*.id}'),
                        }
                        """);
    }

    @Test
    void alertsOnAMetric() {
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        ActionGroup group = actionGroup();
        new MetricAlert(
                stack,
                "availability",
                MetricAlertProps.builder()
                        .metric(vault.metricAvailability())
                        .operator(Operator.LESS_THAN)
                        .threshold(99)
                        .actionGroup(group)
                        .description("The vault is down")
                        .build());
        assertThat(stack)
                .hasResource("azurerm_monitor_metric_alert", """
                        {
                          severity: 2,
                          scopes: [textLike('${azurerm_key_vault.*.id}')],
                          criteria: [{
                            metric_namespace: 'Microsoft.KeyVault/vaults',
                            metric_name: 'Availability',
                            operator: 'LessThan',
                            threshold: 99,
                          }],
                          action: [{action_group_id: textLike('${azurerm_monitor_action_group.*.id}')}],
                        }
                        """)
                .hasResource(
                        "azurerm_monitor_action_group",
                        "{short_name: 'lakes-test', email_receiver: [{email_address: 'a@example.com'}]}");
    }

    @Test
    void alertsOnWhatLogsSay() {
        ActionGroup group = actionGroup();
        new QueryAlert(
                stack,
                "poison",
                QueryAlertProps.builder()
                        .logs(Stacks.LOGS)
                        .query(new LogQuery("StorageQueueLogs | where OperationName == 'PutMessage'", null))
                        .operator(Operator.GREATER_THAN)
                        .threshold(0)
                        .actionGroup(group)
                        .description("A message is bad")
                        .build());
        new QueryAlert(
                stack,
                "backlog",
                QueryAlertProps.builder()
                        .logs(Stacks.LOGS)
                        .query(new LogQuery("StorageQueueLogs | summarize Waiting = count()", "Waiting"))
                        .operator(Operator.EQUALS)
                        .threshold(7)
                        .window(Duration.ofDays(1))
                        .severity(Severity.ERROR)
                        .actionGroup(group)
                        .description("Messages wait")
                        .build());
        assertThat(stack)
                .hasResource("azurerm_monitor_scheduled_query_rules_alert_v2", """
                        {
                          name: 'alert-lakes-poison-test-weu',
                          location: 'westeurope',
                          severity: 2,
                          scopes: ['/subscriptions/s/resourceGroups/g/workspaces/logs'],
                          evaluation_frequency: 'PT15M',
                          window_duration: 'PT15M',
                          skip_query_validation: true,
                          criteria: [{
                            query: "StorageQueueLogs | where OperationName == 'PutMessage'",
                            metric_measure_column: absent,
                            time_aggregation_method: 'Count',
                            operator: 'GreaterThan',
                            threshold: 0,
                          }],
                          action: {action_groups: [textLike('${azurerm_monitor_action_group.*.id}')]},
                        }
                        """)
                .hasResource("azurerm_monitor_scheduled_query_rules_alert_v2", """
                        {
                          severity: 1,
                          evaluation_frequency: 'P1D',
                          window_duration: 'P1D',
                          criteria: [{
                            metric_measure_column: 'Waiting',
                            time_aggregation_method: 'Total',
                            operator: 'Equal',
                            threshold: 7,
                          }],
                        }
                        """);
    }

    @Test
    void asksInWindowsThatAzureHas() {
        for (Duration wrong : List.of(
                Duration.ZERO,
                Duration.ofMinutes(-5),
                Duration.ofMinutes(7),
                Duration.ofSeconds(301),
                Duration.ofDays(2))) {
            assertThatThrownBy(() -> QueryAlertProps.builder().window(wrong).build())
                    .hasMessage(
                            "window of %s is not allowed: minutes are [5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440]"
                                    .formatted(wrong));
        }
    }

    @Test
    void quotesTextsInQueries() {
        assertThat(LogQuery.quoted("o'brien\\x")).isEqualTo("'o\\'brien\\\\x'");
    }

    @Test
    void alertsOnTheHealthOfTheResourceGroup() {
        new ResourceHealthAlert(
                stack,
                "Health",
                ResourceHealthAlertProps.builder().actionGroup(actionGroup()).build());
        assertThat(stack).hasResource("azurerm_monitor_activity_log_alert", """
                {
                  scopes: ['${azurerm_resource_group.ResourceGroup.id}'],
                  criteria: {
                    category: 'ResourceHealth',
                    resource_health: {current: ['Degraded', 'Unavailable']},
                  },
                }
                """);
    }

    @Test
    void mailsAtSharesOfTheBudgetAndOnForecast() {
        new Budget(
                stack,
                "Budget",
                BudgetProps.builder()
                        .amount(500)
                        .startMonth(YearMonth.of(2026, 11))
                        .emails(List.of("a@example.com"))
                        .build());
        assertThat(stack).hasResource("azurerm_consumption_budget_resource_group", """
                {
                  amount: 500,
                  time_grain: 'Monthly',
                  time_period: {start_date: textLike('${timecmp("2026-11-01T00:00:00Z", plantimestamp()) > 0 ? "2026-11-01T00:00:00Z" : formatdate(**')},
                  lifecycle: {ignore_changes: ['time_period']},
                  notification: [
                    {threshold: 80, threshold_type: 'Actual'},
                    {threshold: 100, threshold_type: 'Actual'},
                    {threshold: 100, threshold_type: 'Forecasted'},
                  ],
                }
                """);
    }

    @Test
    void tellsWhatAzureAnnouncesOfTheRegion() {
        new ServiceHealthAlert(
                stack,
                "ServiceHealth",
                ServiceHealthAlertProps.builder().actionGroup(actionGroup()).build());
        assertThat(stack).hasResource("azurerm_monitor_activity_log_alert", """
                {
                  name: 'alert-lakes-service-health-test-weu',
                  scopes: ['/subscriptions/${data.azurerm_client_config.Deployer.subscription_id}'],
                  criteria: {
                    category: 'ServiceHealth',
                    service_health: {
                      events: ['ActionRequired', 'Incident', 'Security'],
                      locations: ['Global', 'West Europe'],
                    },
                  },
                }
                """);
    }

    /** Both would keep the resource group from being destroyed. */
    @Test
    void leavesNothingBehindThatAzureMadeForApplicationInsights() {
        LogAnalytics logs =
                new LogAnalytics(stack, "Logs", LogAnalyticsProps.builder().build());
        new ApplicationInsights(
                stack, "Insights", ApplicationInsightsProps.builder().logs(logs).build());
        assertThat(stack).hasResource("azapi_resource_action", """
                        {
                          type: 'Microsoft.AlertsManagement/smartDetectorAlertRules@2021-04-01',
                          resource_id: '${azurerm_resource_group.ResourceGroup.id}/providers/Microsoft.AlertsManagement/smartDetectorAlertRules/Failure Anomalies - ${azurerm_application_insights.Insights_C4CE1CC7.name}',
                          method: 'DELETE',
                          when: 'destroy',
                          ignore_not_found: true,
                        }
                        """).hasResource("azapi_resource_action", """
                        {
                          resource_id: '${azurerm_resource_group.ResourceGroup.id}/providers/Microsoft.Insights/actionGroups/Application Insights Smart Detection',
                          when: 'destroy',
                        }
                        """);
    }

    @Test
    void takesLogsAndTelemetryFromInsideOnlyInPrivateMode() {
        for (PlatformStack each : List.of(stack, Stacks.privateStack())) {
            LogAnalytics logs =
                    new LogAnalytics(each, "Logs", LogAnalyticsProps.builder().build());
            new ApplicationInsights(
                    each,
                    "Insights",
                    ApplicationInsightsProps.builder().logs(logs).build());
            String expected = "{internet_ingestion_enabled: %s}".formatted(each == stack ? "absent" : "false");
            assertThat(each)
                    .hasResource("azurerm_log_analytics_workspace", expected)
                    .hasResource("azurerm_application_insights", expected);
        }
    }

    /** Terraform finds the month when it plans: the same stack is synthesized on every day. */
    @Test
    void startsABudgetInTheMonthThatItIsMadeIn() {
        new Budget(
                stack,
                "Budget",
                BudgetProps.builder()
                        .amount(500)
                        .emails(List.of("a@example.com"))
                        .build());
        assertThat(stack).hasResource("azurerm_consumption_budget_resource_group", """
                {
                  time_period: {start_date: '${formatdate("YYYY-MM-01\\'T\\'00:00:00\\'Z\\'", plantimestamp())}'},
                  lifecycle: {ignore_changes: ['time_period']},
                }
                """);
    }

    @Test
    void refusesBudgetsThatAzureRefuses() {
        refuses(0, null, List.of(80), "budget of 0 is not allowed: 1 to 1000000000");
        refuses(1_000_000_001, null, List.of(80), "budget of 1000000001 is not allowed: 1 to 1000000000");
        refuses(
                1,
                YearMonth.of(2017, 5),
                List.of(80),
                "a budget that starts in 2017-05 is not allowed: 2017-06 or later");
        refuses(1, null, List.of(1001), "budget alert of 1001 is not allowed: 1 to 1000 %");
        refuses(1, null, List.of(80, 80), "budget alerts of [80, 80] are not allowed: each once");
        refuses(1, null, List.of(10, 20, 30, 40, 50), "5 budget alerts are not allowed: 4 at most");
        assertThatThrownBy(
                        () -> BudgetProps.builder().amount(1).emails(List.of()).build())
                .hasMessage("a budget needs at least one email address");
    }

    private static void refuses(int amount, @Nullable YearMonth start, List<Integer> alerts, String message) {
        assertThatThrownBy(() -> new BudgetProps(amount, start, List.of("a@example.com"), alerts))
                .hasMessage(message);
    }

    @Test
    void refusesAddressesThatAzureRefuses() {
        assertThatThrownBy(() -> ActionGroupProps.builder()
                        .emails(List.of("a@example.com", "A@Example.com", "nobody", "a b@example.com"))
                        .build())
                .hasMessage("\"A@Example.com\" is there twice;"
                        + " \"nobody\" is no email address of at most 254 characters;"
                        + " \"a b@example.com\" is no email address of at most 254 characters");
        for (String address :
                List.of("<a@example.com>", "a@example.com,b@example.com", "\"a\"@example.com", "a@exämple.com")) {
            assertThatThrownBy(() ->
                            ActionGroupProps.builder().emails(List.of(address)).build())
                    .hasMessage("\"%s\" is no email address of at most 254 characters".formatted(address));
        }
        List<String> many =
                IntStream.range(0, 51).mapToObj("a%d@example.com"::formatted).toList();
        assertThatThrownBy(() -> ActionGroupProps.builder().emails(many).build())
                .hasMessage("51 addresses are not allowed: 50 at most");
    }

    @Test
    void refusesWhatAzureRefuses() {
        assertThatThrownBy(() -> LogAnalyticsProps.builder().retentionDays(29).build())
                .hasMessage("log retention of 29 is not allowed: 30 to 730 days");
        assertThatThrownBy(() -> LogAnalyticsProps.builder().dailyQuotaGb(0).build())
                .hasMessage("daily quota of 0 is not allowed: 1 to 100000 GB");
        assertThatThrownBy(() -> new LogAnalytics(
                        stack, "Logs", LogAnalyticsProps.builder().name("log").build()))
                .hasMessage("log analytics workspace name \"log\" (3 characters) is not allowed: 4 to 63 characters,"
                        + " letters, digits and hyphens inside (at test-stack/Logs)");
        assertThatThrownBy(() -> ActionGroupProps.builder().emails(List.of()).build())
                .hasMessage("an action group needs at least one email address");
    }

    @Test
    void importsTheWorkspaceAndTheActionGroupOfAPlatformTeam() {
        LogSink logs = LogAnalytics.fromWorkspaceId(stack, "Logs", PlatformTeam.LOGS);
        stack.share(LogSink.class, logs);
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        new ApplicationInsights(
                stack, "Insights", ApplicationInsightsProps.builder().logs(logs).build());
        new MetricAlert(
                stack,
                "availability",
                MetricAlertProps.builder()
                        .metric(vault.metricAvailability())
                        .operator(Operator.LESS_THAN_OR_EQUAL)
                        .threshold(99)
                        .severity(Severity.CRITICAL)
                        .actionGroup(ActionGroup.fromActionGroupId(stack, "Alerts", PlatformTeam.ACTION_GROUP))
                        .description("The vault is down")
                        .build());
        assertThat(stack)
                .hasResourceCount("azurerm_log_analytics_workspace", 0)
                .hasResourceCount("azurerm_monitor_action_group", 0)
                .hasResource(
                        "azurerm_monitor_diagnostic_setting", Map.of("log_analytics_workspace_id", PlatformTeam.LOGS))
                .hasResource("azurerm_application_insights", Map.of("workspace_id", PlatformTeam.LOGS))
                .hasResource(
                        "azurerm_monitor_metric_alert",
                        Match.json("""
                                {
                                  severity: 0,
                                  criteria: [{operator: 'LessThanOrEqual', aggregation: 'Average'}],
                                  action: [{action_group_id: $actionGroup}],
                                }
                                """, Map.of("actionGroup", PlatformTeam.ACTION_GROUP)));
    }

    @Test
    void sendsTheLogsOfAResourceThatWasMadeByTheBindings() {
        StorageAccount account = new StorageAccount(
                stack,
                "Account",
                StorageAccountConfig.builder()
                        .name("stown")
                        .resourceGroupName("g")
                        .location("westeurope")
                        .accountTier("Standard")
                        .accountReplicationType("LRS")
                        .build());
        Diagnostics.send(account, new LogProfile("/queueServices/default", List.of("audit"), List.of("Transaction")));
        // Whoever comes later says where logs go.
        stack.share(LogSink.class, Stacks.LOGS);
        assertThat(stack).hasResource("azurerm_monitor_diagnostic_setting", """
                {
                  target_resource_id: '${azurerm_storage_account.Account.id}/queueServices/default',
                  log_analytics_workspace_id: '/subscriptions/s/resourceGroups/g/workspaces/logs',
                  enabled_log: [{category_group: 'audit'}],
                  enabled_metric: [{category: 'Transaction'}],
                }
                """);
    }

    /** The order of severities is Azure's, so that nobody puts one between. */
    @Test
    void writesSeveritiesOperatorsAndAggregationsAsAzureDoes() {
        assertThat(Severity.values())
                .containsExactly(
                        Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.INFORMATIONAL, Severity.VERBOSE);
        assertThat(Operator.values())
                .extracting(Operator::azureName)
                .containsExactly("Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual");
        assertThat(Aggregation.values())
                .extracting(Aggregation::azureName)
                .containsExactly("Average", "Count", "Maximum", "Minimum", "Total");
    }

    private ActionGroup actionGroup() {
        return new ActionGroup(
                stack,
                "Alerts",
                ActionGroupProps.builder().emails(List.of("a@example.com")).build());
    }
}
