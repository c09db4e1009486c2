package io.terralake.logic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.azure.WindowsTimeZones;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts a workflow again and again.
 *
 * @param frequency the unit of the interval
 * @param interval every how many units; @default 1
 * @param start the first moment, in the time zone; @default when the workflow is deployed
 * @param timeZone a time zone's name in Windows, such as {@code W. Europe Standard Time}; @default {@code UTC}
 * @param hours hours of the day, 0 to 23; for days and weeks only; @default that of the start
 * @param minutes minutes of the hour, 0 to 59; for days and weeks only; @default that of the start
 * @see <a href="https://learn.microsoft.com/azure/connectors/connectors-native-recurrence">Schedule and run recurring workflows</a>
 */
@RecordBuilder
public record Recurrence(
        Frequency frequency,
        @Nullable Integer interval,
        @Nullable LocalDateTime start,
        @Nullable String timeZone,
        @Nullable List<Integer> hours,
        @Nullable List<Integer> minutes)
        implements WorkflowTrigger {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String UTC = "UTC";

    /** The unit of an interval, with the most of it that the service takes. */
    public enum Frequency {
        SECOND("Second", 9_999_999),
        MINUTE("Minute", 72_000),
        HOUR("Hour", 12_000),
        DAY("Day", 500),
        WEEK("Week", 71),
        MONTH("Month", 16);

        private final String azureName;
        private final int most;

        Frequency(String azureName, int most) {
            this.azureName = azureName;
            this.most = most;
        }
    }

    /** @throws IllegalArgumentException when a property is outside of its limits, or does not go with the frequency */
    public Recurrence {
        interval = Limits.check(
                "interval of frequency " + frequency, interval == null ? 1 : interval, 1, frequency.most, "");
        timeZone = WindowsTimeZones.check(timeZone == null ? UTC : timeZone);
        hours = hours == null ? List.of() : List.copyOf(hours);
        minutes = minutes == null ? List.of() : List.copyOf(minutes);
        if (!(hours.isEmpty() && minutes.isEmpty()) && frequency != Frequency.DAY && frequency != Frequency.WEEK) {
            throw new IllegalArgumentException(
                    "hours and minutes are not allowed for the frequency %s: DAY or WEEK".formatted(frequency));
        }
        hours.forEach(hour -> Limits.check("hour", hour, 0, 23, ""));
        minutes.forEach(minute -> Limits.check("minute", minute, 0, 59, ""));
    }

    /** Every some minutes. */
    public static Recurrence everyMinutes(int minutes) {
        return builder().frequency(Frequency.MINUTE).interval(minutes).build();
    }

    @Override
    public String name() {
        return "Recurrence";
    }

    @Override
    public ObjectNode definition() {
        ObjectNode trigger = JsonNodeFactory.instance.objectNode().put("type", "Recurrence");
        ObjectNode recurrence = trigger.putObject("recurrence");
        recurrence
                .put("frequency", frequency.azureName)
                .put("interval", interval)
                .put("timeZone", timeZone);
        if (start != null) {
            recurrence.put("startTime", SECONDS.format(start) + (UTC.equals(timeZone) ? "Z" : ""));
        }
        if (hours != null && minutes != null && !(hours.isEmpty() && minutes.isEmpty())) {
            ObjectNode schedule = recurrence.putObject("schedule");
            put(schedule, "hours", hours);
            put(schedule, "minutes", minutes);
        }
        return trigger;
    }

    private static void put(ObjectNode schedule, String field, List<Integer> values) {
        if (!values.isEmpty()) {
            ArrayNode array = schedule.putArray(field);
            values.stream().sorted().distinct().forEach(array::add);
        }
    }

    public static RecurrenceBuilder builder() {
        return RecurrenceBuilder.builder();
    }
}
