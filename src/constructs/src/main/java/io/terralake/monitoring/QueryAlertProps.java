package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link QueryAlert}.
 *
 * @param logs who is asked
 * @param query what is asked
 * @param operator how the answer is compared with the threshold
 * @param threshold in rows, or in the unit of the query's column
 * @param window how much time an answer is about, and how often it is asked for: 5, 10, 15, 30 or 45 minutes, 1 to 6 hours, or a day;
 *     @default 15 minutes
 * @param actionGroup who is told
 * @param description what the mail says
 * @param severity how bad it is; @default {@link Severity#WARNING}
 */
@RecordBuilder
public record QueryAlertProps(
        LogSink logs,
        LogQuery query,
        Operator operator,
        Number threshold,
        @Nullable Duration window,
        IActionGroup actionGroup,
        String description,
        @Nullable Severity severity) {
    /** In minutes (azurerm 4.55.0, {@code evaluation_frequency}). */
    private static final TreeSet<Long> WINDOWS = LongStream.of(5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));

    /** @throws IllegalArgumentException when Azure has no such window */
    public QueryAlertProps {
        window = window == null ? Duration.ofMinutes(15) : window;
        severity = severity == null ? Severity.WARNING : severity;
        if (window.toSecondsPart() != 0 || window.toNanosPart() != 0 || !WINDOWS.contains(window.toMinutes())) {
            throw new IllegalArgumentException(
                    "window of %s is not allowed: minutes are %s".formatted(window, WINDOWS));
        }
    }

    /** The window as Azure writes it. */
    String isoWindow() {
        Duration given = Objects.requireNonNull(window);
        return given.toDays() > 0 ? "P1D" : given.toString();
    }

    public static QueryAlertPropsBuilder builder() {
        return QueryAlertPropsBuilder.builder();
    }
}
