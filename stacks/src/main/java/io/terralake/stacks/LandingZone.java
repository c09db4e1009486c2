package io.terralake.stacks;

import io.terralake.apimanagement.ApiManagementSubnet;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksPrivateLink;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.eventgrid.EventSource;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.eventgrid.SystemTopicProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Principal;
import io.terralake.keyvault.EncryptionKey;
import io.terralake.keyvault.EncryptionKeyProps;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.keyvault.KeyVaultSku;
import io.terralake.kubernetes.IKubernetesSubnet;
import io.terralake.monitoring.ActionGroup;
import io.terralake.monitoring.ActionGroupProps;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.Budget;
import io.terralake.monitoring.BudgetProps;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.monitoring.LogAnalyticsProps;
import io.terralake.monitoring.LogSink;
import io.terralake.monitoring.ResourceHealthAlert;
import io.terralake.monitoring.ResourceHealthAlertProps;
import io.terralake.monitoring.ServiceHealthAlert;
import io.terralake.monitoring.ServiceHealthAlertProps;
import io.terralake.network.MonitorPrivateLinkScope;
import io.terralake.network.MonitorPrivateLinkScopeProps;
import io.terralake.network.Network;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.MonitoringSettings;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.Section;
import io.terralake.sql.SqlPrivateLink;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.storage.ZoneProps;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What every data product stands on: network, logs, alerts, budget, secrets, the data lake, the SQL server, the data
 * factory and the Databricks workspace.
 */
public final class LandingZone extends PlatformStack {
    /** The section {@code landingZone} of an environment's settings. */
    public static final Section<LandingZoneSettings> SETTINGS = new Section<>(
            "landingZone",
            LandingZoneSettings.class,
            Map.of(
                    "/budget", "/landingZone/budget",
                    "/dataLake", "/landingZone/dataLake",
                    "/network/databricks", "/landingZone/databricks",
                    "/sql/administrators", "/landingZone/sqlAdministrators"));

    /** Workflows on the Consumption plan run outside of every network. What they may do, roles say. */
    private static final String WORKFLOWS = "/providers/Microsoft.Logic/workflows/*";

    private final PlatformSubnets subnets;
    private final KeyVault vault;
    private final @Nullable IEncryptionKey key;
    private final DataLake lake;
    private final SystemTopic lakeEvents;
    private final SqlServer sqlServer;
    private final DataFactory factory;
    private final DatabricksWorkspace databricks;
    private final ActionGroup alerts;

    public LandingZone(Construct scope, Environment environment) {
        super(scope, "landing-zone", environment);
        EnvironmentSettings shared = environment.settings();
        LandingZoneSettings own = environment.section(SETTINGS);

        LogAnalytics logs = addLogs(shared.monitoring());
        share(LogSink.class, logs);
        ApplicationInsights insights = new ApplicationInsights(
                this, "Insights", ApplicationInsightsProps.builder().logs(logs).build());
        share(IApplicationInsights.class, insights);
        this.subnets = PlatformSubnets.add(this, shared.network(), own);
        if (shared.network().mode() == NetworkMode.PRIVATE) {
            new MonitorPrivateLinkScope(
                    this,
                    "MonitorPrivateLink",
                    MonitorPrivateLinkScopeProps.builder()
                            .resources(Map.of("logs", logs.workspaceId(), "insights", insights.resourceId()))
                            .build());
        }

        this.vault = addVault(own.customerManagedKey());
        this.key = own.customerManagedKey() == null ? null : addKey();
        this.lake = addLake(own.dataLake());
        this.lakeEvents = new SystemTopic(
                this,
                "LakeEvents",
                SystemTopicProps.builder()
                        .source(EventSource.storageAccount(lake))
                        .purpose("lake")
                        .build());
        this.sqlServer = addSqlServer(own.sqlAdministrators());
        this.factory = addFactory();
        this.databricks = addDatabricks(own.customerManagedKey());
        lake.grantDelegation(databricks.connector());
        letFactoryRunJobs();

        this.alerts = new ActionGroup(
                this,
                "Alerts",
                ActionGroupProps.builder()
                        .emails(shared.monitoring().alertEmails())
                        .build());
        new ServiceHealthAlert(
                this,
                "ServiceHealth",
                ServiceHealthAlertProps.builder().actionGroup(alerts).build());
        new ResourceHealthAlert(
                this,
                "ResourceHealth",
                ResourceHealthAlertProps.builder().actionGroup(alerts).build());
        Alerts tell = new Alerts(this, alerts);
        tell.onAvailability("vault", vault.metricAvailability(), "The vault");
        tell.onAvailability("lake", lake.metricAvailability(), "The lake");
        tell.onAny("undelivered-lake-events", lakeEvents.metricDeadLettered(), "Events of the lake were not delivered");
        tell.onAny("lost-lake-events", lakeEvents.metricDropped(), "Events of the lake are lost");
        tell.onAny("failed-pipelines", factory.metricFailedPipelineRuns(), "A pipeline run failed");
        addBudget(own.budget(), shared.monitoring());
    }

    /** Where function apps send from. */
    public IFunctionSubnet functionSubnet() {
        return subnets.functions();
    }

    /** Through which API Management reaches backends; in private mode only. */
    public Optional<ApiManagementSubnet> apiManagementSubnet() {
        return Optional.ofNullable(subnets.apiManagement());
    }

    /** Where nodes of Kubernetes are, where the settings have a place for them. */
    public Optional<IKubernetesSubnet> kubernetesSubnet() {
        return Optional.ofNullable(subnets.kubernetes());
    }

    /** The key of one's own that data is encrypted with, where the settings ask for one. */
    public Optional<IEncryptionKey> encryptionKey() {
        return Optional.ofNullable(key);
    }

    /** Secrets of systems that have no managed identity. */
    public KeyVault vault() {
        return vault;
    }

    /** The data lake, with the zones of the settings. */
    public DataLake lake() {
        return lake;
    }

    /** What happens in the lake, for everybody who subscribes to it: an account has one topic. */
    public ISystemTopic lakeEvents() {
        return lakeEvents;
    }

    /** The server of the data products' databases. */
    public SqlServer sqlServer() {
        return sqlServer;
    }

    /** The factory of the data products' pipelines; it reaches the lake and the SQL server, and runs jobs of Databricks. */
    public DataFactory factory() {
        return factory;
    }

    /** The workspace of the data products' jobs; Unity Catalog reaches from it what a product grants its connector. */
    public DatabricksWorkspace databricks() {
        return databricks;
    }

    /** Who is told when something is wrong. */
    public ActionGroup alerts() {
        return alerts;
    }

    private LogAnalytics addLogs(MonitoringSettings settings) {
        return new LogAnalytics(
                this,
                "Logs",
                LogAnalyticsProps.builder()
                        .retentionDays(settings.logRetentionDays())
                        .dailyQuotaGb(settings.dailyQuotaGb())
                        .build());
    }

    private KeyVault addVault(@Nullable CustomerManagedKeySettings settings) {
        boolean hardware = settings != null && Objects.requireNonNull(settings.hardware());
        return new KeyVault(
                this,
                "Vault",
                KeyVaultProps.builder()
                        .sku(hardware ? KeyVaultSku.PREMIUM : KeyVaultSku.STANDARD)
                        .build());
    }

    private EncryptionKey addKey() {
        return new EncryptionKey(
                this, "EncryptionKey", EncryptionKeyProps.builder().vault(vault).build());
    }

    private DatabricksWorkspace addDatabricks(@Nullable CustomerManagedKeySettings settings) {
        return new DatabricksWorkspace(
                this,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(subnets.databricks())
                        .encryption(key)
                        .application(
                                settings == null
                                        ? null
                                        : Principal.servicePrincipal(
                                                "AzureDatabricks", settings.azureDatabricksObjectId()))
                        .build());
    }

    private DataLake addLake(DataLakeSettings settings) {
        DataLake added = new DataLake(
                this,
                "Lake",
                DataLakeProps.builder()
                        .replication(settings.replication())
                        .softDeleteDays(settings.softDeleteDays())
                        .resourceInstances(List.of(resourceGroup().getId() + WORKFLOWS))
                        .encryption(key)
                        .build());
        settings.zones()
                .forEach((zone, tiering) ->
                        added.addZone(zone, ZoneProps.builder().tiering(tiering).build()));
        return added;
    }

    private SqlServer addSqlServer(@Nullable GroupSettings group) {
        return new SqlServer(
                this,
                "SqlServer",
                SqlServerProps.builder()
                        .administrator(group == null ? null : Principal.group(group.name(), group.objectId()))
                        .encryption(key)
                        .build());
    }

    private DataFactory addFactory() {
        DataFactory added = new DataFactory(
                this, "Factory", DataFactoryProps.builder().encryption(key).build());
        added.connectTo("lake", lake.accountId(), StoragePrivateLink.DFS);
        added.connectTo("lake-blob", lake.accountId(), StoragePrivateLink.BLOB);
        added.connectTo("sql", sqlServer.serverId(), SqlPrivateLink.SQL_SERVER);
        return added;
    }

    private void letFactoryRunJobs() {
        databricks.grantManage(factory);
        if (!Network.of(this).publicAccess()) {
            DependsOn.add(
                    factory.connectTo("databricks", databricks.workspaceId(), DatabricksPrivateLink.UI_API),
                    databricks.changes());
        }
    }

    private void addBudget(BudgetSettings budget, MonitoringSettings monitoring) {
        new Budget(
                this,
                "Budget",
                BudgetProps.builder()
                        .amount(budget.monthlyAmount())
                        .startMonth(budget.startMonth() == null ? null : YearMonth.parse(budget.startMonth()))
                        .emails(monitoring.alertEmails())
                        .alertPercentages(budget.alertPercentages())
                        .build());
    }
}
