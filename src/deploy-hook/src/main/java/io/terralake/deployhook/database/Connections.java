package io.terralake.deployhook.database;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.DriverManager;
import java.time.Duration;
import javax.sql.DataSource;
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

    /** The connections to a database. */
    DataSource to(String server, String database) {
        if (ServerAddress.isOtherEngine(server)) {
            return new WaitingDataSource(() -> DriverManager.getConnection(server), patience);
        }
        ServerAddress address = ServerAddress.of(server);
        SQLServerDataSource source = sqlServer(address, database);
        return new WaitingDataSource(
                () -> {
                    address.find();
                    return source.getConnection();
                },
                patience);
    }

    /** Every value is a property of its own: in a URL, a name could say more than a name. */
    SQLServerDataSource sqlServer(ServerAddress address, String database) {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName(address.host());
        source.setPortNumber(address.port());
        source.setDatabaseName(database);
        source.setEncrypt("true");
        source.setTrustServerCertificate(address.isLocal());
        if (user == null) {
            source.setAuthentication("ActiveDirectoryDefault");
        } else {
            source.setUser(user);
            source.setPassword(String.valueOf(password));
        }
        return source;
    }
}
