package io.terralake.databricks;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a job's schedule.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html">Quartz: cron
 *     trigger</a>
 */
final class QuartzCron {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final String ANY_DAY = "?";
    private static final String FORM =
            "\"%s\" is no Quartz expression: seconds, minutes, hours, day of month, month, day of week";

    private static final List<Field> FIELDS = List.of(
            new Field("seconds", 0, 59, List.of(), ""),
            new Field("minutes", 0, 59, List.of(), ""),
            new Field("hours", 0, 23, List.of(), ""),
            new Field("day of month", 1, 31, List.of(), "L(-([1-9]|[12]\\d|30))?|LW|([1-9]|[12]\\d|3[01])W"),
            new Field("month", 1, 12, MONTHS, ""),
            new Field(
                    "day of week", 1, 7, DAYS, "L|([1-7]|%1$s)L|([1-7]|%1$s)#[1-5]".formatted(String.join("|", DAYS))),
            new Field("year", 1970, 2099, List.of(), ""));

    private static final int DAY_OF_MONTH = 3;
    private static final int MONTH = 4;
    private static final int DAY_OF_WEEK = 5;

    private QuartzCron() {}

    /** What is wrong with an expression, if anything. */
    static Optional<String> problem(String cron) {
        String[] values = cron.trim().split("\\s+");
        if (values.length < FIELDS.size() - 1 || values.length > FIELDS.size()) {
            return Optional.of(FORM.formatted(cron));
        }
        for (int i = 0; i < values.length; i++) {
            Field field = FIELDS.get(i);
            boolean day = i == DAY_OF_MONTH || i == DAY_OF_WEEK;
            if (!(day && values[i].equals(ANY_DAY)) && !field.takes(values[i])) {
                return Optional.of("\"%s\" is no Quartz expression: %s cannot be \"%s\", allowed are %d to %d%s"
                        .formatted(cron, field.name, values[i], field.least, field.most, field.words()));
            }
        }
        boolean anyDayOfMonth = values[DAY_OF_MONTH].equals(ANY_DAY);
        if (anyDayOfMonth == values[DAY_OF_WEEK].equals(ANY_DAY)) {
            return Optional.of(
                    "\"%s\" is no Quartz expression: one of day of month and day of week is ?, the other is not"
                            .formatted(cron));
        }
        return neverComes(values[DAY_OF_MONTH], values[MONTH])
                ? Optional.of("\"%s\" never comes: no month %s has a day %s"
                        .formatted(cron, values[MONTH], values[DAY_OF_MONTH]))
                : Optional.empty();
    }

    /** Whether a day, said as a number, is too high for every one of the months. */
    private static boolean neverComes(String day, String months) {
        return day.matches("\\d+")
                && Arrays.stream(months.toUpperCase(Locale.ROOT).split(","))
                        .allMatch(month -> (month.matches("\\d+") || MONTHS.contains(month))
                                && Integer.parseInt(day) > longest(month));
    }

    private static int longest(String month) {
        return Month.of(MONTHS.contains(month) ? MONTHS.indexOf(month) + 1 : Integer.parseInt(month))
                .maxLength();
    }

    /**
     * A part of an expression.
     *
     * @param names names for the numbers from the least on
     * @param special other forms, as a regular expression; they stand alone, not in a list
     */
    private record Field(String name, int least, int most, List<String> names, String special) {
        private static final Pattern PART =
                Pattern.compile("(?:\\*|(?<from>\\w+)(?:-(?<to>\\w+))?)(?:/(?<step>\\d{1,4}))?");

        boolean takes(String value) {
            String upper = value.toUpperCase(Locale.ROOT);
            return (!special.isEmpty() && upper.matches(special))
                    || Arrays.stream(upper.split(",", -1)).allMatch(this::takesPart);
        }

        String words() {
            return names.isEmpty() ? "" : " or %s to %s".formatted(names.get(0), names.get(names.size() - 1));
        }

        private boolean takesPart(String part) {
            Matcher matcher = PART.matcher(part);
            return matcher.matches()
                    && takesNumber(matcher.group("from"))
                    && takesNumber(matcher.group("to"))
                    && takesStep(matcher.group("step"));
        }

        /** A step is no longer than its field: every 90 minutes is no expression. */
        private boolean takesStep(@Nullable String text) {
            return text == null || (Integer.parseInt(text) > 0 && Integer.parseInt(text) <= most);
        }

        private boolean takesNumber(String text) {
            if (text == null || names.contains(text)) {
                return true;
            }
            return text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        }
    }
}
