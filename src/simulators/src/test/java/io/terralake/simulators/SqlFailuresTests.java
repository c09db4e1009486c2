package io.terralake.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18456 | 28000 | the login was refused: is it a user of this database, or the server's administrator? (said)",
                "229 | S0005 | permission denied: loading needs db_datareader and db_datawriter, --clean needs db_ddladmin and EXECUTE on usp_ResetWatermark too (said)",
                "208 | S0002 | the database is not migrated: run the scripts in stacks/loan-versions/sql first (said)",
                "0 | 08S01 | the server cannot be reached: is it up, and does its firewall let this machine through? (said)",
                "2627 | 23000 | somebody else loads the same loans, nothing was changed: run it again (said)",
                "547 | 23000 | the database refused; nothing was changed (said)",
            })
    void saysWhatToDo(int number, String state, String expected) {
        assertThat(SqlFailures.explain(new SQLException("said", state, number))).isEqualTo(expected);
    }
}
