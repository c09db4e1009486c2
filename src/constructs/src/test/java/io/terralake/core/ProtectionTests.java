package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.databricks.IDatabricksSubnets;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.monitoring.LogAnalyticsProps;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.AccessControl;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class ProtectionTests {
    private static final String RETAINED = "{lifecycle: {prevent_destroy: true}}";

    @Test
    void retainsByDefault() {
        PlatformStack stack = stack(new ProtectionSettings(null, null));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .allResources("azurerm_key_vault", RETAINED)
                .allResources("azurerm_resource_group", RETAINED)
                .hasResourceCount("azurerm_management_lock", 0);
    }

    @Test
    void letsAConstructDecideForItself() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, false));
        new KeyVault(
                stack,
                "Vault",
                KeyVaultProps.builder().removalPolicy(RemovalPolicy.DESTROY).build());
        assertThat(stack).allResources("azurerm_key_vault", "{lifecycle: absent}");
    }

    @Test
    void locksWhereTheEnvironmentAsksForIt() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, true));
        new LogAnalytics(stack, "Logs", LogAnalyticsProps.builder().build());
        new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder()
                        .server(SqlServer.fromServerId(stack, "Server", PlatformTeam.SQL_SERVER))
                        .name("loans")
                        .build());
        assertThat(stack)
                .hasResourceCount("azurerm_management_lock", 2)
                .hasResource(
                        "azurerm_management_lock",
                        "{lock_level: 'CanNotDelete', scope: textLike('${azurerm_log_analytics_workspace.Logs_*.id}')}")
                .hasResource(
                        "azurerm_management_lock",
                        "{lock_level: 'CanNotDelete', scope: textLike('${azurerm_mssql_database.Database_*.id}')}");
    }

    /** A destroy goes the other way round: Azure would refuse to delete the setting as long as the lock is there. */
    @Test
    void locksAfterTheDiagnosticSetting() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, true));
        LogAnalytics logs =
                new LogAnalytics(stack, "Logs", LogAnalyticsProps.builder().build());
        stack.share(LogSink.class, logs);
        assertThat(stack)
                .hasResource(
                        "azurerm_management_lock",
                        "{depends_on: [textLike('azurerm_monitor_diagnostic_setting.Logs_Diagnostics_*')]}");
    }

    /** Azure would refuse to revoke a role or to remove a zone as long as the lock is there. */
    @Test
    void locksNothingBelowWhichSomethingIsReplacedOrRevoked() {
        PlatformStack stack = Stacks.privateStack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withProtection(new ProtectionSettings(RemovalPolicy.RETAIN, true)));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new SqlServer(stack, "Server", SqlServerProps.builder().build());
        new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        new DatabricksWorkspace(
                stack,
                "Databricks",
                DatabricksWorkspaceProps.builder()
                        .subnets(stack.find(IDatabricksSubnets.class).orElseThrow())
                        .build());
        assertThat(stack)
                .hasResourceCount("azurerm_management_lock", 0)
                .allResources("azurerm_key_vault", RETAINED)
                .allResources("azurerm_storage_account", RETAINED)
                .allResources("azurerm_mssql_server", RETAINED)
                .allResources("azurerm_data_factory", RETAINED)
                .allResources("azurerm_databricks_workspace", """
                        {lifecycle: exactly({
                          prevent_destroy: true,
                          ignore_changes: ['custom_parameters[0].storage_account_name', 'infrastructure_encryption_enabled'],
                        })}
                        """);
    }

    @Test
    void writesDownWhichResourcesAreStateful() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.DESTROY, false));
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        lake.addZone("bronze", ZoneProps.builder().build());
        lake.addZone(
                "silver", ZoneProps.builder().accessControl(AccessControl.ACL).build());
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        JsonNode raw = new ObjectMapper().valueToTree(stack.toTerraform());
        assertThat(raw.at("/~1~1/terralake/stateful").toString())
                .isEqualTo("[\"${azurerm_resource_group.ResourceGroup}\",\"${azurerm_key_vault.Vault_23237E5B}\","
                        + "\"${azurerm_storage_account.Lake_5F1B88EA}\","
                        + "\"${azurerm_storage_container.Lake_bronze_781C42F2}\","
                        + "\"${azurerm_storage_data_lake_gen2_filesystem.Lake_silver_32267164}\"]");
        assertThat(synthesized.statefulResources())
                .extracting(Resource::type)
                .containsExactly(
                        "azurerm_key_vault",
                        "azurerm_resource_group",
                        "azurerm_storage_account",
                        "azurerm_storage_container",
                        "azurerm_storage_data_lake_gen2_filesystem");
    }

    @Test
    void keepsTheAddressOfAResourceThatMayBeDestroyed() {
        PlatformStack stack = stack(new ProtectionSettings(RemovalPolicy.RETAIN, false));
        ResourceGroup own = new ResourceGroup(
                stack,
                "Own",
                ResourceGroupConfig.builder().name("o").location("l").build());
        stack.protection().keepAddress(own);
        assertThat(stack).hasResource("azurerm_resource_group", "{name: 'o', lifecycle: absent}");
        assertThat(SynthesizedStack.of(stack).statefulResources())
                .extracting(Resource::address)
                .containsExactly("azurerm_resource_group.Own", "azurerm_resource_group.ResourceGroup");
    }

    private static PlatformStack stack(ProtectionSettings protection) {
        return Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withProtection(protection));
    }
}
