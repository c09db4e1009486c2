package io.terralake.simulators.loans;

import io.terralake.input.Problems;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which database, and how to log in. What names it goes to the driver as a property, where nothing in it can mean more. */
final class DatabaseOptions {
    static final String USER = "TERRALAKE_SQL_USER";
    static final String PASSWORD = "TERRALAKE_SQL_PASSWORD";

    /** A host's name after RFC 1123. */
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** Narrower than Azure, which takes all but {@code <>*%&:\/?}, so that a name means nothing in any language. */
    private static final Pattern DATABASE =
            Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_. -]{0,126}[\\p{L}\\p{N}_-])?");

    private static final Pattern SECRET = Pattern.compile("(?is).*(password|pwd|secret|token|clientkey)\\s*=.*");
    private static final Pattern LOGIN = Pattern.compile("(?s).*//[^/;?]*@.*");
    private static final Pattern ONE_LINE = Pattern.compile("\\P{Cntrl}+");

    @ArgGroup(exclusive = false)
    @Nullable AzureDatabase azure;

    @Option(
            names = "--url",
            description = "JDBC URL of a local server; user and password by"
                    + " TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD")
    @Nullable String url;

    DatabaseOptions() {}

    /** A database in Azure. */
    static final class AzureDatabase {
        @Option(
                names = "--server",
                required = true,
                description =
                        "host of the server in Azure; login by Entra ID: environment, managed identity, Azure CLI")
        String server = "";

        @Option(names = "--database", defaultValue = "loans", description = "default: ${DEFAULT-VALUE}")
        String database = "loans";
    }

    /** Whether it is clear which database is meant, by names that are names, and no secret is on the command line. */
    void check(Map<String, String> environment, Problems problems) {
        problems.addIf(
                (azure == null) == (url == null), "name one database: --server for Azure, or --url for a local server");
        if (azure != null) {
            problems.addIf(
                    !HOST.matcher(azure.server).matches(),
                    "--server is no host such as sql-lakes-dev-weu.database.windows.net");
            problems.addIf(
                    !DATABASE.matcher(azure.database).matches(),
                    "--database is no name of a database: 1 to 128 letters, digits, \"_\", \"-\", \".\" and blanks");
        }
        if (url != null) {
            checkUrl(url, problems);
            checkLogin(environment, problems);
        }
    }

    Connection connect(Map<String, String> environment) throws SQLException {
        Properties properties = new Properties();
        if (azure != null) {
            properties.setProperty("serverName", azure.server);
            properties.setProperty("databaseName", azure.database);
            properties.setProperty("authentication", "ActiveDirectoryDefault");
            properties.setProperty("encrypt", "true");
            return open("jdbc:sqlserver://", properties);
        }
        put(properties, "user", environment.get(USER));
        put(properties, "password", environment.get(PASSWORD));
        return open(String.valueOf(url), properties);
    }

    private static void checkUrl(String url, Problems problems) {
        if (SECRET.matcher(url).matches() || LOGIN.matcher(url).matches()) {
            problems.add("a password does not belong on a command line: set %s and %s".formatted(USER, PASSWORD));
            return;
        }
        try {
            DriverManager.getDriver(url).getPropertyInfo(url, new Properties());
        } catch (SQLException e) {
            // The driver's words would repeat the URL.
            problems.add("--url is no JDBC URL such as jdbc:sqlserver://localhost;databaseName=loans");
        }
    }

    private static void checkLogin(Map<String, String> environment, Problems problems) {
        String user = environment.get(USER);
        String password = environment.get(PASSWORD);
        problems.addIf(
                (user == null) != (password == null), "%s and %s are set together, or none".formatted(USER, PASSWORD));
        problems.addIf(
                user != null && !ONE_LINE.matcher(user).matches(), "%s is not allowed: a line of text".formatted(USER));
        problems.addIf(
                password != null && !ONE_LINE.matcher(password).matches(),
                "%s is not allowed: a line of text".formatted(PASSWORD));
    }

    private static Connection open(String url, Properties properties) throws SQLException {
        if (url.startsWith("jdbc:sqlserver:")) {
            // Batches go to the server as bulk copies.
            properties.setProperty("useBulkCopyForBatchInsert", "true");
        }
        return DriverManager.getConnection(url, properties);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
