package io.terralake.simulators.loans;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.simulators.Simulators;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader in a process of its own, killed with SIGKILL while it inserts. The database is H2's, reached by TCP. */
class KilledLoadTests {
    private static final int LOANS = 100_000;
    private static final String UNCOMMITTED_TOO =
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ UNCOMMITTED";

    @TempDir
    Path folder;

    private Server server;
    private String url;

    @BeforeEach
    void start() throws SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        url = "jdbc:h2:tcp://127.0.0.1:%d/mem:killed;MODE=MSSQLServer;DB_CLOSE_DELAY=-1".formatted(server.getPort());
        execute("CREATE SCHEMA [dbo]");
        execute("CREATE TABLE [dbo].[source] ([id] int PRIMARY KEY, [loan_amnt] float, [annual_inc] float, [dti] float,"
                + " [delinq_2yrs] float, [total_acc] float, [total_pymnt] float, [issue_d] date,"
                + " [earliest_cr_line] date, [loan_status] varchar(99))");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void nothingIsThereUntilAllIsAndARerunAddsNothingTwice() throws Exception {
        String file = folder.resolve("loans.csv").toString();
        Command.run("generate", "--output", file, "--rows", String.valueOf(LOANS), "--months", "1");
        Process loader = load(file);
        // Uncommitted rows can be seen by those who ask for it.
        while (loader.isAlive() && count(UNCOMMITTED_TOO) < LOANS / 20) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(loader.isAlive()).as("the loader is killed while it inserts").isTrue();
        loader.destroyForcibly().waitFor();
        assertThat(eventuallyEmpty()).as("nothing of the slice is there").isTrue();
        assertThat(load(file).waitFor()).isZero();
        assertThat(count("")).isEqualTo(LOANS);
        assertThat(load(file).waitFor()).isZero();
        assertThat(count("")).isEqualTo(LOANS);
    }

    private Process load(String file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulators.class.getName(),
                        "loans",
                        "load",
                        "--path",
                        file,
                        "--slice",
                        "0",
                        "--url",
                        url)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("loader.log").toFile())
                .start();
    }

    /** The server needs a moment to see that its client is gone. */
    private boolean eventuallyEmpty() throws Exception {
        for (int i = 0; i < 500; i++) {
            if (count(UNCOMMITTED_TOO) == 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    private long count(String before) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!before.isEmpty()) {
                statement.execute(before);
            }
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM [dbo].[source]")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
