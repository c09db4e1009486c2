package io.terralake.simulators.loans;

import io.terralake.simulators.InputException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which database, and how to log in. */
final class DatabaseOptions {
    static final String USER = "TERRALAKE_SQL_USER";
    static final String PASSWORD = "TERRALAKE_SQL_PASSWORD";

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

    /** @throws InputException when it is not clear which database is meant, or a password is on the command line */
    Connection connect(Map<String, String> environment) throws SQLException {
        if ((azure == null) == (url == null)) {
            throw new InputException("name one database: --server for Azure, or --url for a local server");
        }
        Properties properties = new Properties();
        if (azure != null) {
            properties.setProperty("authentication", "ActiveDirectoryDefault");
            properties.setProperty("encrypt", "true");
            return open("jdbc:sqlserver://%s;databaseName=%s".formatted(azure.server, azure.database), properties);
        }
        String local = String.valueOf(url);
        if (local.toLowerCase(Locale.ROOT).matches(".*[;?&]\\s*(password|pwd)\\s*=.*")) {
            throw new InputException(
                    "a password does not belong on a command line: set %s and %s".formatted(USER, PASSWORD));
        }
        put(properties, "user", environment.get(USER));
        put(properties, "password", environment.get(PASSWORD));
        return open(local, properties);
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
