package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.terralake.functions.messages.Retries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/**
 * The table and the procedure of {@code stacks/device-images/sql} on a real SQL Server: that of {@code TERRALAKE_TEST_SQL_URL}, a JDBC URL with
 * credentials, else one in a container.
 */
class SqlServerTests {
    private static final Path SCRIPTS = Path.of("..", "..", "..", "stacks", "device-images", "sql");
    private static final SQLServerDataSource DATABASE = new SQLServerDataSource();

    private final SqlTable table = new SqlTable(DATABASE, new Retries(Retries.Pause.SLEEP));

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        DATABASE.setURL(url());
        execute("DROP TABLE IF EXISTS [dbo].[processed_data]");
        for (String script : List.of("V1__processed_data.sql", "V1__processed_data.sql", "R__usp_SaveImage.sql")) {
            execute(Files.readString(SCRIPTS.resolve(script)));
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        if (DATABASE.getURL() != null && !DATABASE.getURL().equals("jdbc:sqlserver://")) {
            execute("DROP PROCEDURE IF EXISTS [dbo].[usp_SaveImage]");
            execute("DROP TABLE IF EXISTS [dbo].[processed_data]");
        }
    }

    private static String url() {
        String given = System.getenv("TERRALAKE_TEST_SQL_URL");
        if (given != null) {
            return given;
        }
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "the procedure of device-images needs a SQL Server: TERRALAKE_TEST_SQL_URL or Docker");
        MSSQLServerContainer server =
                new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();
        server.start();
        return "%s;user=%s;password=%s".formatted(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    @Test
    void keepsOneRowForEachName() throws SQLException {
        table.save(new ProcessedImage("ü'); DROP TABLE t; --", 1, 0.5, "a"));
        table.save(new ProcessedImage("ü'); DROP TABLE t; --", 25_500_000_000L, -1, "b"));
        table.save(new ProcessedImage("Ü'); DROP TABLE t; --", 7, 7, "c"));
        assertThat(query("""
                SELECT [filename], [pixel_count], [score], [source_etag],
                    CASE WHEN DATEDIFF(second, [processed_at], SYSUTCDATETIME()) BETWEEN 0 AND 60 THEN 'now' END
                FROM [dbo].[processed_data] WHERE [filename] LIKE N'%DROP TABLE%' ORDER BY [source_etag]"""))
                .containsExactly("ü'); DROP TABLE t; -- 25500000000 -1.0 b now", "Ü'); DROP TABLE t; -- 7 7.0 c now");
    }

    /** Two deliveries in parallel: from two connections, of the same names in the same moment. */
    @Test
    void keepsOneRowWhenTwoConnectionsSaveAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> deliveries = new ArrayList<>();
        for (String etag : List.of("first", "second")) {
            Callable<Void> delivery = () -> {
                for (int i = 0; i < 100; i++) {
                    together.await();
                    table.save(new ProcessedImage("at-once-%d.png".formatted(i), i, i, etag));
                }
                return null;
            };
            deliveries.add(threads.submit(delivery));
        }
        for (Future<?> delivery : deliveries) {
            delivery.get();
        }
        threads.shutdown();
        assertThat(query("SELECT COUNT(*), SUM([pixel_count]) FROM [dbo].[processed_data]"
                        + " WHERE [filename] LIKE 'at-once-%'"))
                .containsExactly("100 4950");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getObject(i)));
                }
                all.add(String.join(" ", row));
            }
            return all;
        }
    }
}
