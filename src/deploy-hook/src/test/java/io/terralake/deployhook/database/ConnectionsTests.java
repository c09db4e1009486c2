package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionsTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    /** A name is a name: the driver never sees a URL with it. */
    @Test
    void givesTheDriverEveryValueByItself() {
        SQLServerDataSource source = new Connections(null, null, LONG)
                .sqlServer(ServerAddress.of("sql-1.database.windows.net:3342"), "loans;serverName=evil");
        assertThat(source.getServerName()).isEqualTo("sql-1.database.windows.net");
        assertThat(source.getPortNumber()).isEqualTo(3342);
        assertThat(source.getDatabaseName()).isEqualTo("loans;serverName=evil");
        assertThat(source.getEncrypt()).isEqualTo("true");
        assertThat(source.getTrustServerCertificate()).isFalse();
        assertThat(source.getAuthentication()).isEqualTo("ActiveDirectoryDefault");
        assertThat(source.getURL()).isEqualTo("jdbc:sqlserver://");
    }

    @Test
    void trustsALocalServer() {
        SQLServerDataSource source =
                new Connections("sa", "p;w", LONG).sqlServer(ServerAddress.of("localhost"), "loans");
        assertThat(source.getPortNumber()).isEqualTo(1433);
        assertThat(source.getTrustServerCertificate()).isTrue();
        assertThat(source.getUser()).isEqualTo("sa");
        assertThat(source.getAuthentication()).isEqualTo("NotSpecified");
    }

    /** The real driver does not say why it found no server. */
    @Test
    @Timeout(60)
    void failsAtOnceForAHostThatThereIsNot() {
        assertThatThrownBy(() -> new Connections("sa", "x", LONG)
                        .to("no-such-host.invalid", "loans")
                        .getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessage("cannot connect: there is no host no-such-host.invalid");
    }

    /** A server that is being started hangs up, or does not listen yet. */
    @Test
    void waitsForAServerThatDoesNotListenYet() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new Connections("sa", "x", Duration.ofSeconds(1))
                        .to("127.0.0.1:" + port, "loans")
                        .getConnection())
                .hasMessageStartingWith("cannot connect within 1 s: ");
    }

    @Test
    void waitsForWhatMayComeBackOnly() {
        assertThat(WaitingDataSource.mayComeBack(new SQLException("paused", "S0001", 40613)))
                .isTrue();
        assertThat(WaitingDataSource.mayComeBack(new SQLException("reset", "08S01")))
                .isTrue();
        assertThat(WaitingDataSource.mayComeBack(new SQLException("login failed", "S0001", 18456)))
                .isFalse();
        assertThat(WaitingDataSource.mayComeBack(new SQLException("firewall", "S0001", 40615)))
                .isFalse();
        assertThat(WaitingDataSource.mayComeBack(new SQLException("no host", "08S01", new UnknownHostException("x"))))
                .isFalse();
        SSLHandshakeException handshake = new SSLHandshakeException("PKIX path building failed");
        handshake.initCause(new CertificateException("untrusted"));
        assertThat(WaitingDataSource.mayComeBack(new SQLException("no TLS", "08S01", handshake)))
                .isFalse();
    }

    @Test
    void connectsWhenTheDatabaseIsBack() throws SQLException {
        AtomicInteger left = new AtomicInteger(1);
        assertThat(new WaitingDataSource(
                                () -> {
                                    if (left.getAndDecrement() > 0) {
                                        throw new SQLException("paused", "S0001", 40613);
                                    }
                                    return null;
                                },
                                LONG)
                        .getConnection())
                .isNull();
        assertThat(left).hasValue(-1);
    }
}
