package io.terralake.simulators.loans;

import static io.terralake.simulators.loans.Command.file;
import static io.terralake.simulators.loans.Command.loan;
import static io.terralake.simulators.loans.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.loans.Loan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTests {

    @TempDir
    Path folder;

    @BeforeEach
    void reset() throws SQLException {
        TestDatabase.reset();
    }

    @Test
    void appendsASliceAndItsRerunAddsNothing() throws IOException, SQLException {
        Path file = file(folder, loan(1, "2007-06-01"), loan(2, "2007-12-01"), "bad", loan(3, "2007-12-01"));
        assertThat(load(file, 0).output()).endsWith("dbo.source: 1 loans added, 0 were there already");
        var december = load(file, 6);
        assertThat(december.code()).isZero();
        assertThat(december.output()).endsWith("dbo.source: 2 loans added, 0 were there already");
        assertThat(december.errors()).isEqualTo("%s: left out: line 4: 1 values, the header has 10".formatted(file));
        assertThat(load(file, 6).output()).endsWith("dbo.source: 0 loans added, 2 were there already");
        assertThat(ids()).containsExactly(1, 2, 3);
    }

    /** The reference system emptied the table only: what was loaded again then was never copied. */
    @Test
    void cleanResetsTheWatermarkToo() throws IOException, SQLException {
        Path file = file(folder, loan(1, "2007-06-01"), loan(2, "2007-07-01"));
        load(file, 1);
        execute("UPDATE [dbo].[WaterMark] SET [WaterMarkVal] = '2007-07-01T00:00:00'");
        var cleaned = load(file, 0, "--clean", "--yes");
        assertThat(cleaned.errors()).isEmpty();
        assertThat(cleaned.output())
                .contains("dbo.source: 1 loans deleted, watermark reset")
                .endsWith("dbo.source: 1 loans added, 0 were there already");
        assertThat(ids()).containsExactly(1);
        assertThat(watermark()).startsWith("1900-01-01");
    }

    @Test
    void cleanWantsToBeConfirmedAndAGoodFile() throws IOException, SQLException {
        Path file = file(folder, loan(1, "2007-06-01"));
        load(file, 0);
        assertThat(load(file, 0, "--clean"))
                .extracting(Command.Outcome::code, Command.Outcome::errors)
                .containsExactly(2, "--clean deletes 1 loans: confirm it with --yes");
        assertThat(load(file, 5, "--clean", "--yes").code()).isEqualTo(2);
        assertThat(ids()).containsExactly(1);
    }

    /** The whole month failed, and no line was named. */
    @Test
    void namesAnIdThatTheTableHasInAnotherMonthAndLeavesItOut() throws IOException, SQLException {
        Path file = file(
                folder, loan(1, "2007-06-01"), loan(2, "2007-06-01"), loan(2, "2007-07-01"), loan(3, "2007-07-01"));
        load(file, 0);
        var july = load(file, 1);
        assertThat(july.code()).isZero();
        assertThat(july.output()).endsWith("dbo.source: 1 loans added, 0 were there already");
        assertThat(july.errors())
                .isEqualTo("%s: left out: line 4: id 2 is in dbo.source already, in another month".formatted(file));
        var again = load(file, 1);
        assertThat(again.output()).endsWith("dbo.source: 0 loans added, 1 were there already");
        assertThat(again.errors()).isEqualTo(july.errors());
        assertThat(ids()).containsExactly(1, 2, 3);
    }

    @Test
    void keepsTextsAsTheyAre() throws IOException, SQLException {
        Path file = file(folder, loan(1, "2007-06-01").replace("Fully Paid", "\" a, \"\"b\"\"\\\r\n\""));
        load(file, 0);
        assertThat(text("SELECT [loan_status] FROM [dbo].[source]")).isEqualTo(" a, \"b\"\\\r\n");
    }

    /** Nothing of a slice is there until all of it is: a loader that is killed leaves no half. */
    @Test
    void insertsAllOrNothing() throws SQLException {
        Map<Long, Loan> loans = Command.loans(2 * LoanTable.BATCH + 10, "2007-06-01");
        // The last one has an id twice, and fails.
        loans.put(9_999_999L, loans.get(2L));
        List<Integer> batches = new ArrayList<>();
        try (Connection connection = TestDatabase.connect()) {
            LoanTable table = new LoanTable(connection);
            assertThatThrownBy(() -> table.load(loans, false, batches::add)).isInstanceOf(SQLException.class);
        }
        assertThat(batches).containsExactly(LoanTable.BATCH, LoanTable.BATCH);
        assertThat(ids()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksOnTheWayLeavesNothing() throws SQLException {
        try (Connection connection = TestDatabase.connect()) {
            LoanTable table = new LoanTable(connection);
            assertThatThrownBy(() -> table.load(Command.loans(3_000, "2007-06-01"), false, size -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
        }
        assertThat(ids()).isEmpty();
        try (Connection connection = TestDatabase.connect()) {
            assertThat(new LoanTable(connection)
                            .load(Command.loans(3_000, "2007-06-01"), false, size -> {})
                            .added())
                    .isEqualTo(3_000);
        }
        assertThat(ids()).hasSize(3_000).doesNotHaveDuplicates();
    }

    @Test
    void saysWhyAServerDoesNotAnswer() throws IOException {
        Path file = file(folder, loan(1, "2007-06-01"));
        var outcome =
                run("load", "-p", file.toString(), "-v", "0", "--url", "jdbc:sqlserver://127.0.0.1:1;loginTimeout=1");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors())
                .startsWith(
                        "the server cannot be reached: is it up, and does its firewall let this machine through? (");
    }

    private static Command.Outcome load(Path file, int slice, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "load", "-p", file.toString(), "-v", String.valueOf(slice), "--url", TestDatabase.urlWithoutLogin()));
        arguments.addAll(List.of(options));
        return run(TestDatabase.login(), arguments.toArray(String[]::new));
    }

    private static List<Integer> ids() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT [id] FROM [dbo].[source] ORDER BY [id]")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private static String watermark() throws SQLException {
        return text("SELECT [WaterMarkVal] FROM [dbo].[WaterMark] WHERE [TableName] = 'source'");
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
