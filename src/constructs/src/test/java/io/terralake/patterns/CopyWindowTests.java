package io.terralake.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.factory.dataflow.DataFlowType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which rows a copy reads: the query of the data flow, with its parameters as Data Factory would put them in, asked of H2 in
 * the mode of SQL Server.
 */
class CopyWindowTests {
    private static final Pattern CONCAT = Pattern.compile("concat\\((.*)\\)");
    private static final Pattern ARGUMENT =
            Pattern.compile("replace\\(\\$(\\w+), \"(.*?)\", \"(.*?)\"\\)|\"(.*?)\"(?=, |$)");

    private Connection database;

    @BeforeEach
    void fill() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:;MODE=MSSQLServer");
        execute("CREATE SCHEMA [dbo]");
        execute("CREATE TABLE [dbo].[source] ([id] int, [issue_d] date)");
        execute("INSERT INTO [dbo].[source] VALUES (1, '2007-05-01'), (2, '2007-06-29'), (3, '2007-07-01'),"
                + " (4, '2007-07-01'), (5, '2007-08-01'), (6, '2007-09-01')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void readsNewRowsLateOnesAndThoseEqualToTheWatermark() throws SQLException {
        // Up to July everything was copied; since then 2 came late, 4 with the watermark's own date, 5 is new.
        assertThat(read("source", "2007-07-01T00:00:00Z", "2007-08-01T00:00:00Z"))
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void readsEverythingAtFirst() throws SQLException {
        assertThat(read("source", "1900-01-01T00:00:00Z", "2007-09-01T00:00:00Z"))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsNothingOfAnEmptySource() throws SQLException {
        execute("DELETE FROM [dbo].[source]");
        assertThat(read("source", "2007-07-01T00:00:00Z", "2007-07-01T00:00:00Z"))
                .isEmpty();
    }

    /** Whatever a parameter holds is a name or a time to the database, never a part of the statement. */
    @Test
    void letsNoParameterOutOfItsQuotes() {
        assertThat(query("x]; DROP TABLE [y]; --", "1900-01-01", "2007-01-01' OR '1'='1"))
                .isEqualTo("SELECT [id], [issue_d] FROM [dbo].[x]]; DROP TABLE [y]]; --] WHERE [issue_d]"
                        + " >= DATEADD(day, -3, CONVERT(datetime2, '1900-01-01')) AND [issue_d]"
                        + " <= CONVERT(datetime2, '2007-01-01'' OR ''1''=''1')");
    }

    private List<Integer> read(String table, String from, String to) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query(table, from, to) + " ORDER BY [id]")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    /** The query as the data flow's expression gives it. */
    private static String query(String table, String from, String to) {
        Map<String, String> parameters =
                Map.of(CopyScript.TABLE, table, CopyScript.COLUMN, "issue_d", CopyScript.OLD, from, CopyScript.NEW, to);
        Map<String, DataFlowType> columns = new LinkedHashMap<>();
        columns.put("id", DataFlowType.INTEGER);
        columns.put("issue_d", DataFlowType.DATE);
        Matcher concat = CONCAT.matcher(CopyScript.query(columns.keySet(), 3));
        assertThat(concat.find()).isTrue();
        StringBuilder query = new StringBuilder();
        Matcher argument = ARGUMENT.matcher(concat.group(1));
        while (argument.find()) {
            query.append(
                    argument.group(1) == null
                            ? argument.group(4)
                            : parameters.get(argument.group(1)).replace(argument.group(2), argument.group(3)));
        }
        return query.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
