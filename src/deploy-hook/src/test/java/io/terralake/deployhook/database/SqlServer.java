package io.terralake.deployhook.database;

import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/**
 * A database of its own for a test, on the SQL Server that {@code TERRALAKE_TEST_SQL_URL} names, else in a container. The
 * hook reaches it as it reaches every server: by host, name and login.
 */
final class SqlServer implements AutoCloseable {
    private static final String URL = find();

    final String database = "terralake_test_" + System.nanoTime();
    private final Map<String, String> server;

    private SqlServer() throws SQLException {
        this.server = Arrays.stream(DriverManager.getDriver(URL).getPropertyInfo(URL, new Properties()))
                .filter(property -> property.value != null)
                .collect(Collectors.toMap(property -> property.name, (DriverPropertyInfo property) -> property.value));
    }

    /** Skips the test where there is no server, or its login may not create databases. */
    static SqlServer open() throws SQLException {
        if (URL.isEmpty()) {
            abort("there is neither TERRALAKE_TEST_SQL_URL nor a Docker engine");
        }
        SqlServer opened = new SqlServer();
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            try (ResultSet may =
                    statement.executeQuery("SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')")) {
                if (may.next() && may.getInt(1) == 0) {
                    abort("the login of TERRALAKE_TEST_SQL_URL may not create databases");
                }
            }
            statement.execute("CREATE DATABASE [%s]".formatted(opened.database));
        }
        return opened;
    }

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

    /** Host and port, as a declaration has them. */
    String address() {
        return "%s:%s".formatted(server.get("serverName"), server.getOrDefault("portNumber", "1433"));
    }

    Connections connections() {
        return new Connections(server.get("user"), server.get("password"), Duration.ofSeconds(30));
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("databaseName", database);
        return DriverManager.getConnection(URL, properties);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    int count(String from) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Nothing is left behind. Outside of Azure, sessions that are still ending would keep the database. */
    @Override
    public void close() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "IF SERVERPROPERTY('EngineEdition') <> 5 EXECUTE (N'ALTER DATABASE [%s] SET SINGLE_USER WITH ROLLBACK IMMEDIATE')"
                            .formatted(database));
            statement.execute("DROP DATABASE [%s]".formatted(database));
        }
    }
}
