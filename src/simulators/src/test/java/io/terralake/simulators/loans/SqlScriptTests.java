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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "12:00",
                "12:00:00",
                "20260101",
                "2026",
                "2026-01",
                "01/02/2026",
                "1 Jan 2026",
                "2026-02-30",
                "2026-01-01T25:00:00",
                "2026-01-01x",
                " 2026-01-01",
                "2026-01-01T00:00:00+15:00",
                "2026-01-01T00:00:00.12345678Z",
            })
    void failsLoudlyForATimeThatIsNone(String time) throws SQLException {
        assertThatThrownBy(() -> call("usp_UpdateWatermark", time, "source"))
                .hasMessageContaining("usp_UpdateWatermark: \"%s\" is no time such as 2026-11-24T12:00:00.0004Z"
                        .formatted(time == null ? "" : time));
        assertThat(watermark()).isEqualTo("1900-01-01T00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T00:00",
        "2026-11-24T12:00:00, 2026-11-24T12:00",
        "2026-11-24 12:00:00.0004, 2026-11-24T12:00:00.000400",
        "2026-11-24T12:00:00.1234567Z, 2026-11-24T12:00:00.123456700",
        "2026-11-24T12:00:00-05:00, 2026-11-24T17:00",
        "2026-11-24T01:00:00.5+14:00, 2026-11-23T11:00:00.500",
    })
    void takesATimeToItsLastDigitAndInUtc(String time, String expected) throws SQLException {
        call("usp_UpdateWatermark", time, "source");
        assertThat(watermark()).isEqualTo(expected);
    }

    /** What a run copies: all rows up to the watermark, whatever the type of its column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | 2026-11-23 | 2026-11-24 | 2026-11-24T00:00",
                "smalldatetime | 2026-11-24T12:00:00 | 2026-11-24T12:01:00 | 2026-11-24T12:01",
                "datetime | 2026-11-24T12:00:00.000 | 2026-11-24T12:00:00.003 | 2026-11-24T12:00:00.003333300",
                "datetime2(0) | 2026-11-24T12:00:00 | 2026-11-24T12:00:01 | 2026-11-24T12:00:01",
                "datetime2(4) | 2026-11-24T12:00:00.0000 | 2026-11-24T12:00:00.0004 | 2026-11-24T12:00:00.000400",
                "datetime2(7) | 2026-11-24T12:00:00.0000001 | 2026-11-24T12:00:00.0000002 | 2026-11-24T12:00:00.000000200",
                "datetimeoffset | 2026-11-24T16:30:00+00:00 | 2026-11-24T12:00:00-05:00 | 2026-11-24T17:00",
                "datetimeoffset(7) | 2026-11-24T23:59:59+09:00 | 2026-11-24T15:00:00.0000001Z | 2026-11-24T15:00:00.000000100",
            })
    void theCopyLeavesNoRowBehind(String type, String earlier, String later, String expected) throws SQLException {
        execute("IF OBJECT_ID(N'[dbo].[clock]', N'U') IS NOT NULL DROP TABLE [dbo].[clock]");
        execute("CREATE TABLE [dbo].[clock] ([at] %s NULL)".formatted(type));
        execute("INSERT INTO [dbo].[clock] VALUES ('%s'), ('%s'), (NULL)".formatted(earlier, later));
        execute("INSERT INTO [dbo].[WaterMark] VALUES ('clock', '1900-01-01T00:00:00')");
        assertThat(call("usp_GetNewWatermark", "clock", "at")).isEqualTo(expected);
        // as the data flow asks, with the time as Data Factory writes it
        assertThat(count("SELECT COUNT(*) FROM [dbo].[clock] WHERE [at] <= CONVERT(datetime2, '%sZ')"
                        .formatted(expected.length() == 16 ? expected + ":00" : expected.replaceFirst("00$", ""))))
                .isEqualTo(2);
        call(
                "usp_UpdateWatermark",
                expected.length() == 16 ? expected + ":00" : expected.replaceFirst("00$", ""),
                "clock");
        assertThat(call("usp_GetWatermark", "clock")).isEqualTo(expected);
    }

    @Test
    void failsLoudlyForAColumnThatIsNoTime() throws SQLException {
        assertThatThrownBy(() -> call("usp_GetNewWatermark", "source", "id"))
                .hasMessageContaining("usp_GetNewWatermark: column \"id\" of table \"dbo.source\" is a int, allowed are"
                        + " date, smalldatetime, datetime, datetime2 and datetimeoffset");
        assertThatThrownBy(() -> call("usp_GetNewWatermark", "source", "loan_status"))
                .hasMessageContaining("is a nvarchar, allowed are");
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

    private static int count(String query) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
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
