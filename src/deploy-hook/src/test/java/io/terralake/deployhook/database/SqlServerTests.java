package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.terralake.declarations.Database;
import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/**
 * What only SQL Server can show, on the one that {@code TERRALAKE_TEST_SQL_URL} names, else in a container. Every test has
 * a database of its own.
 */
class SqlServerTests {
    private static final String SERVER = find();

    @TempDir
    Path folder;

    private final String name = "terralake_test_" + System.nanoTime();

    private static String find() {
        String given = System.getenv("TERRALAKE_TEST_SQL_URL");
        if (given != null) {
            return given;
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            MSSQLServerContainer server =
                    new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();
            server.start();
            return "%s;user=%s;password=%s".formatted(server.getJdbcUrl(), server.getUsername(), server.getPassword());
        }
        System.out.println(
                "tests on SQL Server are skipped, those on H2 run: there is neither TERRALAKE_TEST_SQL_URL nor a"
                        + " Docker engine");
        return "";
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        if (SERVER.isEmpty()) {
            abort("there is neither TERRALAKE_TEST_SQL_URL nor a Docker engine");
        }
        execute(SERVER, "CREATE DATABASE [%s]".formatted(name));
    }

    @Test
    void runsTheScriptsOfThePlatformOnceAndKeepsRows() throws SQLException {
        Path repository = Path.of("..", "..");
        assertThat(run(repository, "stacks/loan-versions/sql")).allMatch(item -> item.outcome() == Outcome.CREATED);
        execute(url(), "INSERT INTO [dbo].[source] ([id]) VALUES (1)");
        assertThat(run(repository, "stacks/loan-versions/sql"))
                .extracting(Item::outcome)
                .containsExactly(Outcome.UNCHANGED);
        assertThat(count("[dbo].[source]")).isEqualTo(1);
    }

    /** What a run that is killed between a script and its entry in the history leaves to the next. */
    @Test
    void everyScriptOfThePlatformCanRunTwice() throws SQLException {
        Path repository = Path.of("..", "..");
        run(repository, "stacks/loan-versions/sql");
        execute(url(), "DROP TABLE [flyway_schema_history]");
        assertThat(run(repository, "stacks/loan-versions/sql")).noneMatch(Item::failed);
        assertThat(count("[dbo].[WaterMark]")).isEqualTo(1);
    }

    @Test
    void namesTheBatchThatFailedAndGoesOnAfterIt() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/V1__one.sql"), "CREATE TABLE one (id int);");
        Files.writeString(
                folder.resolve("sql/V2__two.sql"),
                "CREATE TABLE two (id int);\nGO\nINSERT INTO two VALUES (1);\nGO\nINSERT INTO nowhere VALUES (1);\nGO\n");
        assertThat(run(folder, "sql"))
                .last()
                .satisfies(item -> assertThat(item.detail()).startsWith("V2__two.sql:5, batch 3: Invalid object name"));
        assertThat(count("one")).isZero();
        Files.writeString(folder.resolve("sql/V2__two.sql"), "CREATE TABLE two (id int);");
        assertThat(run(folder, "sql")).noneMatch(Item::failed);
        assertThat(count("two")).isZero();
    }

    @Test
    void readsTheUsersOfEntra() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            assertThat(new UserCatalog(connection).read()).isEmpty();
        }
    }

    private List<Item> run(Path repository, String migrations) {
        Initialization initialization = new Initialization(
                new Connections(null, null, Duration.ofSeconds(30)),
                () -> {
                    throw new AssertionError("ARM is not needed without identities");
                },
                repository,
                false);
        return initialization.run(new Database(url(), name, migrations, List.of()));
    }

    private String url() {
        return SERVER + ";databaseName=" + name;
    }

    private int count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
