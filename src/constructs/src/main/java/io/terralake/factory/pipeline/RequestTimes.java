package io.terralake.factory.pipeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times of requests as the service writes them. */
final class RequestTimes {
    private RequestTimes() {}

    /** @throws IllegalArgumentException when the timeout is no full seconds, or the interval is too long */
    static void check(Duration timeout, @Nullable Duration interval, Duration longestInterval) {
        if (timeout.isNegative() || timeout.isZero() || timeout.getNano() != 0) {
            throw new IllegalArgumentException("timeout %s is not allowed: 1 or more full seconds".formatted(timeout));
        }
        if (interval != null && (interval.isNegative() || interval.compareTo(longestInterval) > 0)) {
            throw new IllegalArgumentException(
                    "interval %s is not allowed: PT0S to %s".formatted(interval, longestInterval));
        }
    }

    static String text(Duration time) {
        String text = "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        return time.toMillisPart() == 0 ? text : "00.%s.%03d".formatted(text, time.toMillisPart());
    }
}
