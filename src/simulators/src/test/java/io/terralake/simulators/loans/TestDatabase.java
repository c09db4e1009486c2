package io.terralake.simulators.loans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/**
 * The database that tests run on: the SQL Server named by {@code TERRALAKE_TEST_SQL_URL} (a JDBC URL with credentials), else
 * one in a container where a Docker engine is present, else H2, which knows the tables but not the procedures.
 */
public final class TestDatabase {
    static final Path SCRIPTS = Path.of("..", "..", "stacks", "loan-versions", "sql");

    private static final Pattern LOGIN = Pattern.compile("(?i);(user|password)=([^;]*)");
    private static final String FROM_ENVIRONMENT = System.getenv("TERRALAKE_TEST_SQL_URL");
    private static final String URL = start();

    private TestDatabase() {}

    /** Whether the database is a real SQL Server. */
    static boolean isSqlServer() {
        return URL.startsWith("jdbc:sqlserver:");
    }

    /** Its URL without the login, which does not belong on a command line. */
    static String urlWithoutLogin() {
        return LOGIN.matcher(URL).replaceAll("");
    }

    /** The login of its URL as the loader takes it. */
    static Map<String, String> login() {
        return LOGIN.matcher(URL)
                .results()
                .collect(Collectors.toMap(
                        match -> "TERRALAKE_SQL_" + match.group(1).toUpperCase(Locale.ROOT), match -> match.group(2)));
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(URL);
    }

    /** Empties the tables. */
    static void reset() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM [dbo].[source]");
            statement.execute("DELETE FROM [dbo].[WaterMark] WHERE [TableName] <> 'source'");
            statement.execute("UPDATE [dbo].[WaterMark] SET [WaterMarkVal] = '1900-01-01T00:00:00'");
        }
    }

    /** H2's stand-in for the procedure of that name. */
    public static void resetWatermark(Connection connection, String table) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE [dbo].[WaterMark] SET [WaterMarkVal] = '1900-01-01T00:00:00' WHERE [TableName] = ?")) {
            update.setString(1, table);
            update.execute();
        }
    }

    private static String start() {
        if (FROM_ENVIRONMENT != null) {
            System.out.println("SQL tests run on the SQL Server of TERRALAKE_TEST_SQL_URL");
            return migrated(FROM_ENVIRONMENT);
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("SQL tests run on SQL Server in a container");
            MSSQLServerContainer server =
                    new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();
            server.start();
            return migrated(ownDatabase("%s;user=%s;password=%s"
                    .formatted(server.getJdbcUrl(), server.getUsername(), server.getPassword())));
        }
        System.out.println("SQL tests run on H2, without the procedures: there is neither TERRALAKE_TEST_SQL_URL"
                + " nor a Docker engine");
        return h2();
    }

    /** A database of the tests: the server's own holds tables already, and Flyway begins in an empty one only. */
    private static String ownDatabase(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE [loans]");
            return url + ";databaseName=loans";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migrated(String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("filesystem:" + SCRIPTS)
                .cleanDisabled(true)
                .load()
                .migrate();
        return url;
    }

    /** The scripts of the tables, in their order, without their conditions, which H2 does not know. */
    private static String tables() throws IOException {
        StringBuilder tables = new StringBuilder();
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SCRIPTS, "V*.sql")) {
            for (Path script :
                    StreamSupport.stream(scripts.spliterator(), false).sorted().toList()) {
                tables.append(Files.readString(script).replaceAll("(?m)^(IF|--) .*$", ""));
            }
        }
        return tables.toString();
    }

    private static String h2() {
        String url = "jdbc:h2:mem:loans;MODE=MSSQLServer;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA [dbo]");
            statement.execute("CREATE ALIAS [dbo].[usp_ResetWatermark] FOR \"%s.resetWatermark\""
                    .formatted(TestDatabase.class.getName()));
            for (String command : tables().split(";")) {
                if (!command.isBlank()) {
                    statement.execute(
                            command.toLowerCase(Locale.ROOT).contains("nvarchar(max)")
                                    ? command.replace("nvarchar(max)", "nvarchar(4000)")
                                    : command);
                }
            }
            return url;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
