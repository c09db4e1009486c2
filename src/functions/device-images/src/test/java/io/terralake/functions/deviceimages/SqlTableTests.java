package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.UnavailableException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTableTests {
    private static final ProcessedImage IMAGE = new ProcessedImage("a.png", 1, 1, "e");

    private final Deque<SQLException> failures = new ArrayDeque<>();
    private int pauses;
    private final SqlTable table = new SqlTable(source(), new Retries(time -> pauses++));

    @ParameterizedTest
    @ValueSource(
            ints = {615, 926, 1205, 1222, 2601, 2627, 4060, 4221, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920
            })
    void triesAgainWhatPasses(int error) {
        failures.addAll(Collections.nCopies(4, new SQLException("secret", "S0001", error)));
        assertThatThrownBy(() -> table.save(IMAGE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the row cannot be written (SQL error %d)".formatted(error));
        assertThat(pauses).isEqualTo(3);
    }

    @Test
    void triesAgainWhenConnectionsBreak() {
        List<SQLException> all = List.of(
                new SQLException("reset", "08S01"),
                new SQLException("there already", "23505"),
                new SQLException("deadlock", "40001"),
                new SQLTransientConnectionException("pool"),
                new SQLRecoverableException("closed"));
        for (SQLException failure : all) {
            assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.PASSING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {208, 229, 2812, 18456, 0})
    void leavesToTheQueueWhatSomebodyMustMend(int error) {
        failures.add(new SQLException("secret", "S0001", error));
        assertThatThrownBy(() -> table.save(IMAGE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the row cannot be written (SQL error %d)".formatted(error));
        assertThat(pauses).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {220, 515, 547, 2628, 8115, 8152})
    void refusesValuesThatDoNotFit(int error) {
        failures.add(new SQLException("secret", "S0001", error));
        assertThatThrownBy(() -> table.save(IMAGE))
                .isInstanceOf(RejectedException.class)
                .hasMessage("the table refuses the row (SQL error %d)".formatted(error));
    }

    private DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                SqlTableTests.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw failures.remove();
                });
    }
}
