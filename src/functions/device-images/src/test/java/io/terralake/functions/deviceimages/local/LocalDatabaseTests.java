package io.terralake.functions.deviceimages.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.deviceimages.ProcessedImage;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.messages.Retries;
import io.terralake.input.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTests {
    @TempDir
    private Path folder;

    @Test
    void keepsOneRowForEachName() throws SQLException {
        try (LocalDatabase database = LocalDatabase.ofFile(folder.resolve("images"))) {
            SqlTable table = table(database);
            table.save(new ProcessedImage("x'); DROP TABLE t; --", 1, 0.5, "a"));
            table.save(new ProcessedImage("x'); DROP TABLE t; --", 25_500_000_000L, -1, "b"));
            table.save(new ProcessedImage("X'); DROP TABLE t; --", 7, 7, "c"));
            assertThat(database.total()).isEqualTo("2 rows, sum 25500000007");
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT * FROM [dbo].[processed_data] WHERE [source_etag] = 'b'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("filename")).isEqualTo("x'); DROP TABLE t; --");
                assertThat(row.getDouble("score")).isEqualTo(-1);
                Instant at = row.getObject("processed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
                assertThat(Duration.between(at, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void keepsOneRowWhenSeveralWriteAtOnce() throws SQLException, InterruptedException, ExecutionException {
        try (LocalDatabase database = LocalDatabase.ofFile(folder.resolve("images"))) {
            SqlTable table = table(database);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> saved = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ProcessedImage image = new ProcessedImage("%d.png".formatted(i / 4), 1, 1, "e");
                saved.add(threads.submit(() -> table.save(image)));
            }
            for (Future<?> one : saved) {
                one.get();
            }
            threads.shutdown();
            assertThat(database.total()).isEqualTo("50 rows, sum 50");
        }
    }

    @Test
    void isThereAgain() throws SQLException {
        try (LocalDatabase database = LocalDatabase.ofFile(folder.resolve("images"))) {
            table(database).save(new ProcessedImage("a", 3, 3, "e"));
        }
        try (LocalDatabase database = LocalDatabase.ofFile(folder.resolve("images"))) {
            assertThat(database.total()).isEqualTo("1 rows, sum 3");
        }
    }

    @Test
    void refusesWhatIsNoDatabase() {
        assertThatThrownBy(() -> LocalDatabase.ofFile(Path.of("a;INIT=x")))
                .isInstanceOf(InputException.class)
                .hasMessage("--database \"a;INIT=x\" is not allowed: a path without \";\"");
        for (String url :
                List.of("jdbc:h2:mem:x", "jdbc:sqlserver://x;Password=geheim", "jdbc:sqlserver://x;pwd =geheim", "x")) {
            assertThatThrownBy(() -> LocalDatabase.ofUrl(url, Map.of()))
                    .isInstanceOf(InputException.class)
                    .hasMessage("--url is not allowed: jdbc:sqlserver://…, with the login in TERRALAKE_SQL_USER and"
                            + " TERRALAKE_SQL_PASSWORD");
        }
    }

    private static SqlTable table(LocalDatabase database) {
        return new SqlTable(database.source(), new Retries(time -> {}));
    }
}
