package io.terralake.sql;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final SqlServer server =
            new SqlServer(stack, "Server", SqlServerProps.builder().build());

    @Test
    void letsOnlyEntraIdentitiesInAndAuditsThem() {
        stack.share(LogSink.class, Stacks.LOGS);
        assertThat(stack)
                .hasResource("azurerm_mssql_server", """
                        {
                          name: 'sql-lakes-test-weu',
                          minimum_tls_version: '1.2',
                          administrator_login: absent,
                          administrator_login_password: absent,
                          identity: {type: 'SystemAssigned'},
                          azuread_administrator: {
                            azuread_authentication_only: true,
                            object_id: '${data.azurerm_client_config.Deployer.object_id}',
                          },
                        }
                        """)
                .hasResource("azurerm_mssql_server_extended_auditing_policy", "{log_monitoring_enabled: true}")
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_mssql_server.*.id}/databases/master'),
                          enabled_log: [{category_group: 'audit'}],
                        }
                        """);
    }

    @Test
    void isAdministeredByAGroup() {
        new SqlServer(
                stack,
                "Other",
                SqlServerProps.builder()
                        .name("sql-other")
                        .administrator(Principal.group("dba", "11111111-2222-3333-4444-555555555555"))
                        .build());
        assertThat(stack).hasResource("azurerm_mssql_server", """
                {azuread_administrator: {
                  login_username: 'dba',
                  object_id: '11111111-2222-3333-4444-555555555555',
                }}
                """);
    }

    @Test
    void letsTheAllowListThroughAndNoOtherAzureService() {
        assertThat(stack)
                .hasResourceCount("azurerm_mssql_firewall_rule", 1)
                .hasResource(
                        "azurerm_mssql_firewall_rule",
                        "{start_ip_address: '203.0.113.0', end_ip_address: '203.0.113.255'}")
                .doesNotHaveResource("azurerm_mssql_firewall_rule", "{start_ip_address: '0.0.0.0'}");
    }

    /** Functions and jobs come by their subnets: their addresses are on no list. */
    @Test
    void letsTheMachinesOfThePlatformThrough() {
        PlatformStack with = Stacks.publicStackWithCompute();
        new SqlServer(with, "Sql", SqlServerProps.builder().build());
        assertThat(with)
                .hasResourceCount("azurerm_mssql_virtual_network_rule", 2)
                .hasResource("azurerm_mssql_virtual_network_rule", """
                        {
                          name: 'allow-subnet-1',
                          server_id: textLike('${azurerm_mssql_server.*.id}'),
                          subnet_id: textLike('${azurerm_subnet.*.id}'),
                          ignore_missing_vnet_service_endpoint: true,
                        }
                        """)
                .hasResource("azurerm_mssql_virtual_network_rule", "{name: 'allow-subnet-2'}");
    }

    @Test
    void hasAPrivateEndpointInPrivateMode() {
        PlatformStack privateStack = Stacks.privateStack();
        new SqlServer(privateStack, "Server", SqlServerProps.builder().build());
        assertThat(privateStack)
                .hasResource("azurerm_mssql_server", "{public_network_access_enabled: false}")
                .hasResourceCount("azurerm_mssql_firewall_rule", 0)
                .hasResource(
                        "azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['sqlServer']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.database.windows.net'}");
    }

    /** Microsoft Defender costs by the month: by default it is where data is retained. */
    @Test
    void looksForThreatsWhereDataIsRetained() {
        assertThat(stack)
                .hasResourceCount("azurerm_mssql_server_security_alert_policy", 0)
                .hasResource("azurerm_mssql_server", "{express_vulnerability_assessment_enabled: absent}");
        PlatformStack retained = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withProtection(new ProtectionSettings(RemovalPolicy.RETAIN, false)));
        new SqlServer(retained, "Server", SqlServerProps.builder().build());
        assertThat(retained)
                .hasResource("azurerm_mssql_server", "{express_vulnerability_assessment_enabled: true}")
                .hasResource("azurerm_mssql_server_security_alert_policy", """
                        {
                          server_name: textLike('${azurerm_mssql_server.Server_*.name}'),
                          state: 'Enabled',
                          email_account_admins: true,
                          email_addresses: ['a@example.com'],
                        }
                        """);
    }

    @Test
    void looksForThreatsWhereItIsAskedTo() {
        PlatformStack own = Stacks.publicStack();
        new SqlServer(
                own, "Server", SqlServerProps.builder().threatDetection(true).build());
        assertThat(own).hasResourceCount("azurerm_mssql_server_security_alert_policy", 1);
    }

    @Test
    void sizesADatabaseServerlessByDefault() {
        database(DatabaseSizing.builder().build());
        assertThat(stack).hasResource("azurerm_mssql_database", """
                {
                  sku_name: 'GP_S_Gen5_1',
                  auto_pause_delay_in_minutes: 60,
                  min_capacity: 0.5,
                  storage_account_type: 'Local',
                  short_term_retention_policy: {retention_days: 7},
                  long_term_retention_policy: absent,
                }
                """);
    }

    @Test
    void refusesToPauseAProvisionedDatabase() {
        refuses(
                DatabaseSizing.builder().skuName("GP_Gen5_2").autoPauseMinutes(60),
                "autoPauseMinutes is 60, but only serverless sizes such as GP_S_Gen5_1 pause, not GP_Gen5_2");
    }

    @Test
    void refusesLongTermBackupsOfADatabaseThatPauses() {
        refuses(
                DatabaseSizing.builder().weeklyBackups(4),
                "a database that pauses has no long-term backups: set autoPauseMinutes to -1,"
                        + " or leave weeklyBackups and monthlyBackups out");
    }

    @Test
    void refusesAPauseThatAzureRefuses() {
        refuses(
                DatabaseSizing.builder().autoPauseMinutes(5),
                "autoPauseMinutes is 5, allowed are 15 to 10080, or -1 for never");
    }

    @Test
    void refusesZoneRedundancyWhereThereIsNone() {
        refuses(DatabaseSizing.builder().skuName("S0").zoneRedundant(true), "S0 databases cannot be zone-redundant");
    }

    @Test
    void refusesADatabaseNameThatAzureRefuses() {
        refusesName("loans?");
    }

    /** Azure takes them, but they separate and quote in connection strings: the deploy hook refuses them too. */
    @Test
    void refusesADatabaseNameThatSaysMoreThanAName() {
        refusesName("loans;serverName=x");
    }

    private void refusesName(String name) {
        SqlDatabaseProps props =
                SqlDatabaseProps.builder().server(server).name(name).build();
        assertThatThrownBy(() -> new SqlDatabase(stack, "Database", props))
                .hasMessage("sql database name \"%s\" (%d characters) is not allowed: 1 to 128 characters,"
                                .formatted(name, name.length())
                        + " none of <>*%&:\\/?;={}[]'\", no dot or space at the end, and not that of a system database"
                        + " (at test-stack/Database)");
    }

    private void refuses(DatabaseSizingBuilder sizing, String message) {
        assertThatThrownBy(() -> database(sizing.build())).hasMessage(message + " (at test-stack/Database)");
    }

    private void database(DatabaseSizing sizing) {
        new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder()
                        .server(server)
                        .name("loans")
                        .sizing(sizing)
                        .build());
    }

    @Test
    void declaresUsersForTheDeployHook() {
        PlatformStack stack = Stacks.publicStack();
        SqlDatabase database = database(stack);
        Principal analysts = Principal.group("analysts", "11111111-2222-3333-4444-555555555555");
        database.grantRead(analysts);
        database.grantWrite(analysts);
        database.grantExecute(analysts, "[dbo].[usp_Report]");
        assertThat(stack).hasOutput("deploy_hook", Match.json("""
                {
                  version: 1,
                  databases: [{
                    server: textLike('${azurerm_mssql_server.*.fully_qualified_domain_name}'),
                    database: textLike('${azurerm_mssql_database.*.name}'),
                    migrations: absent,
                    users: [exactly({
                      name: 'analysts',
                      objectId: '11111111-2222-3333-4444-555555555555',
                      group: true,
                      roles: ['db_datareader', 'db_datawriter'],
                      execute: ['[dbo].[usp_Report]'],
                    })],
                  }],
                }
                """));
    }

    /** A user is known by its object id, and names differ by more than case. */
    @Test
    void makesOneUserOfOneObjectId() {
        PlatformStack stack = Stacks.publicStack();
        SqlDatabase database = database(stack);
        database.grantRead(Principal.group("people", "aaaaaaaa-2222-3333-4444-555555555555"));
        database.grantWrite(Principal.group("everybody", "AAAAAAAA-2222-3333-4444-555555555555"));
        assertThat(stack).hasOutput("deploy_hook", Match.json("""
                {databases: [{users: [exactly({
                  name: 'people',
                  objectId: 'aaaaaaaa-2222-3333-4444-555555555555',
                  group: true,
                  roles: ['db_datareader', 'db_datawriter'],
                })]}]}
                """));
        assertThatThrownBy(() -> database.grantRead(Principal.group("People", "11111111-2222-3333-4444-555555555555")))
                .hasMessage("two principals are called \"People\", users of a database need different names"
                        + " (at test-stack/Database)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[dbo].[p] TO [public]; DROP TABLE x; --",
                "dbo.p",
                "[dbo].[p]]",
                "[dbo].[]",
                "[dbo].[a\nb]",
                "[a].[b].[c]",
                " [dbo].[p]",
            })
    void refusesProceduresOfAnotherForm(String procedure) {
        SqlDatabase database = database(Stacks.publicStack());
        assertThatThrownBy(() -> database.grantExecute(
                        Principal.group("people", "11111111-2222-3333-4444-555555555555"), procedure))
                .hasMessageStartingWith("procedure \"%s\" is not allowed: ".formatted(procedure));
    }

    @Test
    void refusesUsersThatADatabaseCannotHave() {
        SqlDatabase database = database(Stacks.publicStack());
        assertThatThrownBy(() ->
                        database.grantRead(Principal.servicePrincipal("robot", "11111111-2222-3333-4444-555555555555")))
                .hasMessage("\"robot\" cannot become a database user: grant to a group, a user, or a resource with an"
                        + " identity (at test-stack/Database)");
        database.grantRead(Principal.group("people", "11111111-2222-3333-4444-555555555555"));
        assertThatThrownBy(() -> database.grantRead(Principal.group("people", "11111111-2222-3333-4444-666666666666")))
                .hasMessage("two principals are called \"people\", users of a database need different names"
                        + " (at test-stack/Database)");
        assertThatThrownBy(() -> database.grantExecute(
                        Principal.group("people", "11111111-2222-3333-4444-555555555555"), "dbo.x; DROP TABLE y"))
                .hasMessage("procedure \"dbo.x; DROP TABLE y\" is not allowed: schema and name in brackets, such as"
                        + " [dbo].[usp_UpdateWatermark] (at test-stack/Database)");
    }

    /** What the deploy hook would refuse is refused before anything is deployed. */
    @Test
    void refusesWhatTheDeployHookWouldRefuse() {
        SqlDatabase database = database(Stacks.publicStack());
        String name = "a".repeat(129);
        assertThatThrownBy(() -> database.grantRead(Principal.group(name, "11111111-2222-3333-4444-555555555555")))
                .hasMessage("user name \"%s\" is not allowed: 1 to 128 characters, without control characters"
                                .formatted(name)
                        + " (at test-stack/Database)");
        for (String migrations : List.of("../sql", "/srv/sql", "a/../../b", "C:/sql", "", "a\nb")) {
            PlatformStack stack = Stacks.publicStack();
            assertThatThrownBy(() -> new SqlDatabase(
                            stack,
                            "Database",
                            SqlDatabaseProps.builder()
                                    .server(SqlServer.fromServerId(stack, "Server", PlatformTeam.SQL_SERVER))
                                    .name("loans")
                                    .migrations(migrations)
                                    .build()))
                    .hasMessage(("migrations \"%s\" are not allowed: a path in the repository of 1 to 1024 characters,"
                                    + " without .. (at test-stack/Database)")
                            .formatted(migrations));
        }
    }

    private static SqlDatabase database(PlatformStack stack) {
        return new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder()
                        .server(new SqlServer(
                                stack, "Server", SqlServerProps.builder().build()))
                        .name("loans")
                        .build());
    }
}
