package io.terralake.deployhook.database;

import io.terralake.declarations.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connects to databases: by Entra ID, or by the SQL login that {@code TERRALAKE_SQL_USER} and
 * {@code TERRALAKE_SQL_PASSWORD} name, which is for local servers.
 *
 * @param user the SQL login; null to log in by Entra ID
 * @param password that of the SQL login; null to log in by Entra ID
 * @param patience how long a database that is paused, or fails over, is waited for
 */
public record Connections(@Nullable String user, @Nullable String password, Duration patience) {
    /** Not available, throttled, resumed or moved: worth another try, says Microsoft's list of transient errors. */
    private static final Set<Integer> TRANSIENT =
            Set.of(4060, 4221, 10928, 10929, 40197, 40501, 40613, 42108, 42109, 49918, 49919, 49920);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /**
     * Connects as the environment variables say.
     *
     * @param environment the environment variables
     * @param patience how long a database that is paused, or fails over, is waited for
     * @return connections by the SQL login when one is named, else by Entra ID
     */
    public static Connections from(Map<String, String> environment, Duration patience) {
        return new Connections(
                environment.get("TERRALAKE_SQL_USER"), environment.get("TERRALAKE_SQL_PASSWORD"), patience);
    }

    /** The JDBC URL of a database; one that is a URL already stays as it is. */
    String url(Database database) {
        if (database.server().startsWith("jdbc:")) {
            return database.server();
        }
        // A local server has no certificate that anybody knows.
        boolean local = database.server().matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
        return "jdbc:sqlserver://%s;databaseName=%s;encrypt=true%s%s"
                .formatted(
                        database.server(),
                        database.database(),
                        local ? ";trustServerCertificate=true" : "",
                        user == null ? ";authentication=ActiveDirectoryDefault" : "");
    }

    /**
     * Connects, and waits for a database that is about to come back.
     *
     * @throws DatabaseException when it does not come back in time, or refuses
     */
    Connection open(Database database) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", String.valueOf(password));
        }
        long end = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return DriverManager.getConnection(url(database), properties);
            } catch (SQLException e) {
                if (!isTransient(e)) {
                    throw new DatabaseException("cannot connect: " + e.getMessage());
                }
                if (System.nanoTime() + wait.toNanos() > end) {
                    throw new DatabaseException(
                            "cannot connect within %d s: %s".formatted(patience.toSeconds(), e.getMessage()));
                }
                sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private static boolean isTransient(SQLException e) {
        return TRANSIENT.contains(e.getErrorCode())
                || String.valueOf(e.getSQLState()).startsWith("08");
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while waiting for the database");
        }
    }
}
