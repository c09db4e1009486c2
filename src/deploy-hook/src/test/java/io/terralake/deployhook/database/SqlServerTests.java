package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.registration.input.Problems;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only SQL Server can show. Every test has a database of its own. */
class SqlServerTests {
    private static final Path PLATFORM = Path.of("..", "..", "stacks", "loan-versions", "sql");

    @TempDir
    Path folder;

    private SqlServer server;

    @BeforeEach
    void createDatabase() throws SQLException {
        server = SqlServer.open();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void runsTheScriptsOfThePlatformOnceAndKeepsRows() throws SQLException {
        assertThat(run(PLATFORM, "")).isNotEmpty().allMatch(item -> item.outcome() == Outcome.CREATED);
        server.execute("INSERT INTO [dbo].[source] ([id]) VALUES (1)");
        assertThat(run(PLATFORM, "")).extracting(Item::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(server.count("[dbo].[source]")).isEqualTo(1);
    }

    /** What a run that is killed between a script and its entry in the history leaves to the next. */
    @Test
    void everyScriptOfThePlatformCanRunTwice() throws SQLException {
        run(PLATFORM, "");
        server.execute("DELETE FROM [flyway_schema_history]");
        assertThat(run(PLATFORM, "")).isNotEmpty().noneMatch(Item::failed);
        assertThat(server.count("[dbo].[WaterMark]")).isEqualTo(1);
    }

    @Test
    void namesTheStatementThatFailedAndGoesOnAfterIt() throws IOException, SQLException {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script(
                "V2__two.sql",
                "CREATE TABLE two (id int);\nGO\nINSERT INTO two VALUES (1);\n\nINSERT INTO nowhere VALUES (1);\nGO\n");
        assertThat(run(folder, "")).extracting(Item::outcome).containsExactly(Outcome.CREATED, Outcome.FAILED);
        script("V2__two.sql", "CREATE TABLE two (id int);\nGO\nINSERT INTO two VALUES (1);\n\nSELECT 1 / 0;\nGO\n");
        assertThat(run(folder, ""))
                .last()
                .satisfies(item -> assertThat(item.detail()).startsWith("V2__two.sql:5, batch 2: Divide by zero"));
        assertThat(server.count("one")).isZero();
        script("V2__two.sql", "CREATE TABLE two (id int);");
        assertThat(run(folder, "")).noneMatch(Item::failed);
        assertThat(server.count("two")).isZero();
    }

    @Test
    void takesADatabaseOverWithItsTables() throws IOException, SQLException {
        server.execute("CREATE TABLE one (id int)");
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V2__two.sql", "CREATE TABLE two (id int);");
        assertThat(run(folder, ""))
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).contains("--baseline"));
        assertThat(run(folder, "1")).extracting(Item::name).containsExactly("version 1", "V2__two.sql");
        assertThat(server.count("two")).isZero();
    }

    @Test
    void readsTheUsersOfEntra() throws SQLException {
        try (Connection connection = server.connect()) {
            assertThat(new UserCatalog(connection, CatalogQueries.ENTRA).read())
                    .extracting(ExistingUser::name)
                    .contains("dbo", "public", "db_owner");
        }
    }

    /** Users of Entra ID are Azure's alone; what they may do is the same for any user. */
    @Test
    void makesARightOfEveryClassGo() throws SQLException {
        server.execute(
                "CREATE USER [adf] WITHOUT LOGIN",
                "CREATE USER [other] WITHOUT LOGIN",
                "EXECUTE sys.sp_addextendedproperty @name = N'terralake', @value = N'dev-loans', @level0type = N'USER',"
                        + " @level0name = N'adf'",
                "CREATE TABLE [loans] ([id] int)",
                "CREATE TYPE [dbo].[amount] FROM int",
                "ALTER ROLE [db_owner] ADD MEMBER [adf]",
                "GRANT CREATE TABLE TO [adf]",
                "GRANT SELECT ON [loans] TO [adf] WITH GRANT OPTION",
                "GRANT UPDATE ([id]) ON [loans] TO [adf]",
                "GRANT CONTROL ON SCHEMA::[dbo] TO [adf]",
                "GRANT IMPERSONATE ON USER::[other] TO [adf]",
                "GRANT EXECUTE ON TYPE::[dbo].[amount] TO [adf]");
        CatalogQueries users = new CatalogQueries("'S'");
        try (Connection connection = server.connect()) {
            UserCatalog catalog = new UserCatalog(connection, users);
            ExistingUser found = user(catalog.read());
            assertThat(found.roles()).containsExactly("db_owner");
            assertThat(found.rights()).hasSize(6);
            WantedUser wanted = new WantedUser("adf", found.sid(), false, Set.of("db_datareader"), Set.of());
            List<Item> items = catalog.apply(UserPlan.of("loans", "dev-loans", List.of(wanted), catalog.read()));
            assertThat(items).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
            assertThat(user(catalog.read()).roles()).containsExactly("db_datareader");
            assertThat(user(catalog.read()).rights()).isEmpty();
        }
    }

    @Test
    void aUserThatOwnsASchemaIsItsOwnTrouble() throws SQLException {
        server.execute("CREATE USER [old] WITHOUT LOGIN", "CREATE SCHEMA [x] AUTHORIZATION [old]");
        try (Connection connection = server.connect()) {
            assertThat(new UserCatalog(connection, new CatalogQueries("'S'")).read())
                    .filteredOn(user -> user.name().equals("old"))
                    .singleElement()
                    .satisfies(user -> assertThat(user.owns()).containsExactly("schema [x]"));
        }
    }

    private static ExistingUser user(List<ExistingUser> users) {
        return users.stream()
                .filter(user -> user.name().equals("adf"))
                .findFirst()
                .orElseThrow();
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<Item> run(Path scripts, String baseline) {
        Problems problems = new Problems();
        DatabaseWork work = new DatabaseWork(
                server.address(),
                server.database,
                Scripts.read(scripts, problems).orElse(null),
                Map.of());
        problems.throwIfAny();
        Initialization initialization = new Initialization(
                server.connections(),
                () -> {
                    throw new AssertionError("ARM is not needed without identities");
                },
                new Initialization.Options(
                        baseline.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(baseline)), false));
        return initialization.run(work);
    }
}
