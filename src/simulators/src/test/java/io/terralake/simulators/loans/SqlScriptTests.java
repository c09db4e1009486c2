package io.terralake.simulators.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedures of {@code loan-versions}, called on a real SQL Server. */
class SqlScriptTests {

    @BeforeEach
    void onSqlServerOnly() throws SQLException {
        assumeTrue(TestDatabase.isSqlServer(), "procedures need a SQL Server: TERRALAKE_TEST_SQL_URL or Docker");
        TestDatabase.reset();
    }

    @Test
    void movesTheWatermarkForwardAndNeverBack() throws SQLException {
        call("usp_UpdateWatermark", "2007-07-01T00:00:00Z", "source");
        assertThat(watermark()).isEqualTo("2007-07-01T00:00");
        call("usp_UpdateWatermark", "2007-06-01T00:00:00", "source");
        assertThat(watermark()).isEqualTo("2007-07-01T00:00");
    }

    @Test
    void failsLoudlyForATableThatIsNotRegistered() {
        assertThatThrownBy(() -> call("usp_UpdateWatermark", "2007-07-01T00:00:00", "nobody"))
                .hasMessageContaining("usp_UpdateWatermark: table \"nobody\" is not registered in dbo.WaterMark");
        assertThatThrownBy(() -> call("usp_GetWatermark", "nobody"))
                .hasMessageContaining("usp_GetWatermark: table \"nobody\" is not registered in dbo.WaterMark");
        assertThatThrownBy(() -> call("usp_GetNewWatermark", "nobody", "issue_d"))
                .hasMessageContaining("usp_GetNewWatermark: table \"nobody\" is not registered in dbo.WaterMark");
        assertThatThrownBy(() -> call("usp_ResetWatermark", "nobody"))
                .hasMessageContaining("usp_ResetWatermark: table \"nobody\" is not registered in dbo.WaterMark");
    }

    @Test
    void failsLoudlyForATimeThatIsNone() {
        assertThatThrownBy(() -> call("usp_UpdateWatermark", "soon", "source"))
                .hasMessageContaining("usp_UpdateWatermark: \"soon\" is no time");
    }

    @Test
    void findsTheHighestValueOfTheNamedColumn() throws SQLException {
        execute("INSERT INTO [dbo].[source] ([id], [issue_d], [earliest_cr_line]) VALUES"
                + " (1, '2007-06-01', '1990-01-01'), (2, '2007-08-01', '1980-01-01')");
        assertThat(call("usp_GetNewWatermark", "source", "issue_d")).isEqualTo("2007-08-01T00:00");
        assertThat(call("usp_GetNewWatermark", "source", "earliest_cr_line")).isEqualTo("1990-01-01T00:00");
    }

    /** The reference system failed here: the highest value of nothing is NULL. */
    @Test
    void findsTheOldWatermarkInAnEmptyTable() throws SQLException {
        call("usp_UpdateWatermark", "2007-07-01T00:00:00", "source");
        assertThat(call("usp_GetNewWatermark", "source", "issue_d")).isEqualTo("2007-07-01T00:00");
        assertThat(call("usp_GetWatermark", "source")).isEqualTo("2007-07-01T00:00");
    }

    @Test
    void letsNoNameIntoAQueryThatTheCatalogDoesNotHave() throws SQLException {
        assertThatThrownBy(() -> call("usp_GetNewWatermark", "source", "issue_d) FROM [dbo].[source]; --"))
                .hasMessageContaining(
                        "there is no column \"issue_d) FROM [dbo].[source]; --\" in table \"dbo.source\"");
        execute("IF NOT EXISTS (SELECT 1 FROM [dbo].[WaterMark] WHERE [TableName] = 'x]; DROP TABLE y')"
                + " INSERT INTO [dbo].[WaterMark] VALUES ('x]; DROP TABLE y', '1900-01-01T00:00:00')");
        assertThatThrownBy(() -> call("usp_GetNewWatermark", "x]; DROP TABLE y", "issue_d"))
                .hasMessageContaining("there is no column \"issue_d\" in table \"dbo.x]; DROP TABLE y\"");
    }

    /** Calls a procedure; what it selects, if anything. */
    private static String call(String procedure, String... arguments) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(arguments.length, "?"));
        try (Connection connection = TestDatabase.connect();
                CallableStatement statement =
                        connection.prepareCall("{call [dbo].[%s](%s)}".formatted(procedure, marks))) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            if (!statement.execute()) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getObject(1, LocalDateTime.class).toString();
            }
        }
    }

    private static String watermark() throws SQLException {
        return call("usp_GetWatermark", "source");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
