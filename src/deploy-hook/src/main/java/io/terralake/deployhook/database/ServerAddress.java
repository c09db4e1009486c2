package io.terralake.deployhook.database;

import io.terralake.registration.input.Form;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a database server is: a host, with a port where it is not 1433. Nothing of it gets into a URL.
 *
 * @param host a DNS name or an IPv4 address
 * @param port 1 to 65535
 */
record ServerAddress(String host, int port) {
    private static final int DEFAULT_PORT = 1433;
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String PORT = "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
    private static final Form HOST = Form.of(
            LABEL + "(\\." + LABEL + ")*(:" + PORT + ")?",
            253,
            "a host such as sql-1.database.windows.net, with :port where it is not 1433");

    /** What a declaration may say. */
    static final Form FORM = server -> isOtherEngine(server) ? Optional.empty() : HOST.problem(server);

    /** Reads a host, with or without a port. */
    static ServerAddress of(String server) {
        int colon = server.indexOf(':');
        return colon < 0
                ? new ServerAddress(server, DEFAULT_PORT)
                : new ServerAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    /**
     * Whether it is the URL of another engine, whose driver somebody has put on the class path: scripts are tried out there.
     * The hook's JAR has the driver of SQL Server alone.
     */
    static boolean isOtherEngine(String server) {
        if (!server.startsWith("jdbc:") || server.startsWith("jdbc:sqlserver:")) {
            return false;
        }
        try {
            return DriverManager.getDriver(server) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    /** The driver does not tell a host that there is not from one that does not answer. */
    void find() throws SQLException {
        try {
            InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new SQLException("there is no host %s".formatted(host), "08001", e);
        }
    }

    /** A local server has no certificate that anybody knows. */
    boolean isLocal() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }
}
