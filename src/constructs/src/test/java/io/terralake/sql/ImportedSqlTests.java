package io.terralake.sql;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportedSqlTests {
    private static final Principal ANALYSTS = Principal.group("analysts", "11111111-2222-3333-4444-555555555555");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void makesADatabaseOnAnImportedServer() {
        ISqlServer server = SqlServer.fromServerId(stack, "Server", PlatformTeam.SQL_SERVER);
        SqlDatabase database = new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder().server(server).name("loans").build());
        assertThat(server.host()).isEqualTo("sql-hub.database.windows.net");
        assertThat(database.host()).isEqualTo("sql-hub.database.windows.net");
        assertThat(stack)
                .hasResourceCount("azurerm_mssql_server", 0)
                .hasResource("azurerm_mssql_database", Map.of("server_id", PlatformTeam.SQL_SERVER));
    }

    @Test
    void declaresUsersOfAnImportedDatabaseForTheDeployHook() {
        ISqlDatabase database = SqlDatabase.fromDatabaseId(stack, "Database", PlatformTeam.SQL_DATABASE);
        database.grantRead(ANALYSTS);
        database.grantExecute(ANALYSTS, "[dbo].[usp_Report]");
        assertThat(stack).hasResourceCount("azurerm_mssql_database", 0).hasOutput("deploy_hook", Match.json("""
                {
                  version: 1,
                  databases: [exactly({
                    server: 'sql-hub.database.windows.net',
                    database: 'loans',
                    users: [{
                      name: 'analysts',
                      objectId: '11111111-2222-3333-4444-555555555555',
                      group: true,
                      roles: ['db_datareader'],
                      execute: ['[dbo].[usp_Report]'],
                    }],
                  })],
                }
                """));
    }

    @Test
    void asksTheDeployHookForNothingWithoutAGrant() {
        ISqlDatabase database = SqlDatabase.fromDatabaseId(stack, "Database", PlatformTeam.SQL_DATABASE);
        assertThat(database.metricStorage().resourceId()).isEqualTo(PlatformTeam.SQL_DATABASE);
        assertThat(stack).matchesAt("/output", Match.absent());
    }

    @Test
    void letsTerraformFindServerAndNameInAToken() {
        ISqlDatabase database = SqlDatabase.fromDatabaseId(
                stack, "Database", stack.resourceGroup().getId());
        database.grantWrite(ANALYSTS);
        assertThat(stack).hasOutput("deploy_hook", Match.json("""
                {databases: [{
                  server: '${element(split("/", azurerm_resource_group.ResourceGroup.id), 8)}.database.windows.net',
                  database: '${element(split("/", azurerm_resource_group.ResourceGroup.id), 10)}',
                }]}
                """));
    }
}
