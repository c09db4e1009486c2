package io.terralake.deployhook.database;

import io.terralake.registration.connection.Lasting;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Waits for a database that is about to come back; everything else fails at once. */
final class WaitingDataSource implements DataSource {
    /** Not available, throttled, resumed or moved: worth another try, says Microsoft's list of transient errors. */
    private static final Set<Integer> TRANSIENT =
            Set.of(4060, 4221, 10928, 10929, 40197, 40501, 40613, 42108, 42109, 49918, 49919, 49920);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Connector connector;
    private final Duration patience;

    WaitingDataSource(Connector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    /** A single try. */
    @FunctionalInterface
    interface Connector {
        Connection connect() throws SQLException;
    }

    /** @throws SQLException when it does not come back in time, or refuses */
    @Override
    public Connection getConnection() throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return connector.connect();
            } catch (SQLException e) {
                if (!mayComeBack(e)) {
                    throw explained(e, "cannot connect: ");
                }
                if (System.nanoTime() + wait.toNanos() > end) {
                    throw explained(e, "cannot connect within %d s: ".formatted(patience.toSeconds()));
                }
                sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    static boolean mayComeBack(SQLException e) {
        return TRANSIENT.contains(e.getErrorCode())
                || (String.valueOf(e.getSQLState()).startsWith("08") && !Lasting.isIn(e));
    }

    private static SQLException explained(SQLException e, String what) {
        return new SQLException(what + e.getMessage(), e.getSQLState(), e);
    }

    private static void sleep(Duration wait) throws SQLException {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the database", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the login is the same for every connection");
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
