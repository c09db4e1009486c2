package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.azure.WindowsTimeZones;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tokens;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a {@link ScheduleTrigger} fires.
 *
 * @param frequency the unit of the interval
 * @param interval every how many units, 1 to 1000; @default 1
 * @param start the first moment; Azure would take the time of the deployment, which differs on every plan
 * @param end after which it does not fire any more; @default never
 * @param at the time of day; for days, weeks and months only; @default that of the start
 * @param daysOfWeek for weeks only; @default that of the start
 * @param daysOfMonth for months only: 1 to 31, or -1 to -31 from the month's end; @default that of the start
 * @param timeZone a time zone's name in Windows, such as {@code W. Europe Standard Time}; @default {@code UTC}
 */
@RecordBuilder
public record Schedule(
        Frequency frequency,
        @Nullable Integer interval,
        Instant start,
        @Nullable Instant end,
        @Nullable LocalTime at,
        @Nullable List<DayOfWeek> daysOfWeek,
        @Nullable List<Integer> daysOfMonth,
        @Nullable String timeZone) {

    /** The unit of a schedule's interval. */
    public enum Frequency {
        MINUTE("Minute"),
        HOUR("Hour"),
        DAY("Day"),
        WEEK("Week"),
        MONTH("Month");

        private final String azureName;

        Frequency(String azureName) {
            this.azureName = azureName;
        }

        String azureName() {
            return azureName;
        }
    }

    /** @throws IllegalArgumentException when a property does not go with the frequency */
    public Schedule {
        interval = Limits.check("interval", interval == null ? 1 : interval, 1, 1000, "");
        if (end != null && start != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("end %s is not allowed: after the start, %s".formatted(end, start));
        }
        daysOfWeek = RequiredFields.copyOrEmpty(daysOfWeek);
        daysOfMonth = RequiredFields.copyOrEmpty(daysOfMonth);
        timeZone = timeZone == null ? "UTC" : timeZone;
        if (!Tokens.isIn(timeZone)) {
            WindowsTimeZones.check(timeZone);
        }
        if (at != null && at.getSecond() + at.getNano() != 0) {
            throw new IllegalArgumentException("time of day %s is not allowed: full minutes".formatted(at));
        }
        if (frequency != null) {
            check(frequency, at, daysOfWeek, daysOfMonth);
        }
        for (Integer day : daysOfMonth) {
            if (day != null && day == 0) {
                throw new IllegalArgumentException("day of the month 0 is not allowed: 1 to 31, or -1 to -31");
            }
            Limits.check("day of the month", day == null ? 1 : day, -31, 31, "");
        }
    }

    private static void check(
            Frequency frequency, @Nullable LocalTime at, List<DayOfWeek> daysOfWeek, List<Integer> daysOfMonth) {
        if (at != null && frequency.compareTo(Frequency.DAY) < 0) {
            throw new IllegalArgumentException(
                    "a time of day is not allowed for the frequency %s: DAY, WEEK or MONTH".formatted(frequency));
        }
        if (!daysOfWeek.isEmpty() && frequency != Frequency.WEEK) {
            throw new IllegalArgumentException(
                    "days of the week are not allowed for the frequency %s: WEEK".formatted(frequency));
        }
        if (!daysOfMonth.isEmpty() && frequency != Frequency.MONTH) {
            throw new IllegalArgumentException(
                    "days of the month are not allowed for the frequency %s: MONTH".formatted(frequency));
        }
    }

    /** Every day at a time, from 2026 on. */
    public static Schedule daily(LocalTime at) {
        return builder()
                .frequency(Frequency.DAY)
                .start(Instant.parse("2026-01-01T00:00:00Z"))
                .at(at)
                .build();
    }

    public static ScheduleBuilder builder() {
        return ScheduleBuilder.builder();
    }
}
