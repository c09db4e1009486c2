package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a {@link TumblingWindowTrigger}: they follow each other without gap or overlap, and each runs once,
 * those of the past included.
 *
 * @param frequency minutes, hours or months
 * @param interval how many of them a window has; minutes at least 5
 * @param start the start of the first window
 * @param end the end of the last window; @default none
 * @param delay how long after its end a window's run starts, in full seconds; @default at once
 * @param maxConcurrency how many windows run at once, 1 to 50; @default 1
 * @param retries further tries of a failed window, 0 or more, a minute apart; @default 2
 * @see <a href="https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#tumbling-window-trigger-type-properties">
 *     Tumbling window trigger type properties</a>
 */
@RecordBuilder
public record TumblingWindow(
        Schedule.Frequency frequency,
        int interval,
        Instant start,
        @Nullable Instant end,
        @Nullable Duration delay,
        @Nullable Integer maxConcurrency,
        @Nullable Integer retries) {
    private static final int SHORTEST_MINUTES = 5;

    /** @throws IllegalArgumentException when the service would not take the windows */
    public TumblingWindow {
        if (frequency == Schedule.Frequency.DAY || frequency == Schedule.Frequency.WEEK) {
            throw new IllegalArgumentException(
                    "frequency %s is not allowed for tumbling windows: MINUTE, HOUR or MONTH".formatted(frequency));
        }
        int shortest = frequency == Schedule.Frequency.MINUTE ? SHORTEST_MINUTES : 1;
        Limits.check("interval", interval, shortest, Integer.MAX_VALUE, "");
        if (end != null && start != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("end %s is not allowed: after the start, %s".formatted(end, start));
        }
        delay = delay == null ? Duration.ZERO : delay;
        if (delay.isNegative() || delay.getNano() != 0) {
            throw new IllegalArgumentException("delay %s is not allowed: 0 or more full seconds".formatted(delay));
        }
        maxConcurrency = Limits.check("concurrency", maxConcurrency == null ? 1 : maxConcurrency, 1, 50, "");
        retries = Limits.check("retries", retries == null ? 2 : retries, 0, Integer.MAX_VALUE, "");
    }

    public static TumblingWindowBuilder builder() {
        return TumblingWindowBuilder.builder();
    }
}
