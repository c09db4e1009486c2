package io.terralake.factory.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the service writes them: {@code d.hh:mm:ss}, the days optional. */
final class TimeSpan {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<days>\\d{1,8})\\.)?(?<h>\\d\\d?):(?<m>\\d\\d?):(?<s>\\d\\d?)");

    private TimeSpan() {}

    static String of(Duration duration) {
        return "%d.%02d:%02d:%02d"
                .formatted(
                        duration.toDaysPart(),
                        duration.toHoursPart(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart());
    }

    /** What a text says; empty when it has another form. */
    static Optional<Duration> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(Duration.ofDays(parts.group("days") == null ? 0 : Long.parseLong(parts.group("days")))
                        .plusHours(Long.parseLong(parts.group("h")))
                        .plusMinutes(Long.parseLong(parts.group("m")))
                        .plusSeconds(Long.parseLong(parts.group("s"))))
                : Optional.empty();
    }

    /**
     * Returns whole seconds that are within their limits.
     *
     * @param what what the duration is, such as {@code timeout}
     * @throws IllegalArgumentException with the duration and the limits
     */
    static Duration check(String what, Duration duration, Duration shortest, Duration longest) {
        if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0 || duration.getNano() != 0) {
            throw new IllegalArgumentException(
                    "%s of %s is not allowed: whole seconds, %s to %s".formatted(what, duration, shortest, longest));
        }
        return duration;
    }
}
