package io.terralake.factory.trigger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Windows that must have succeeded before a window runs.
 *
 * @param trigger whose windows they are; null for the trigger's own
 * @param offset how far the first of them starts from the start of the window, in full minutes: before it when negative. Null for
 *     together with it; that of a trigger's own windows is negative
 * @param size how long a time they are of, in full minutes; null for the window's length
 * @see <a href="https://learn.microsoft.com/azure/data-factory/tumbling-window-trigger-dependency">Tumbling window trigger
 *     dependency</a>
 */
public record WindowDependency(
        @Nullable ITumblingWindowTrigger trigger,
        @Nullable Duration offset,
        @Nullable Duration size) {

    /** @throws IllegalArgumentException when a time is not allowed */
    public WindowDependency {
        if (offset != null) {
            checkMinutes("offset", offset);
        }
        if (size != null) {
            checkMinutes("size", size);
            if (size.isZero() || size.isNegative()) {
                throw new IllegalArgumentException("size %s is not allowed: a minute or more".formatted(size));
            }
        }
        if (trigger == null && (offset == null || !offset.isNegative())) {
            throw new IllegalArgumentException(
                    "offset %s of a trigger's own windows is not allowed: a negative one".formatted(offset));
        }
    }

    /** The windows of another trigger at the same time. */
    public static WindowDependency on(ITumblingWindowTrigger trigger) {
        return new WindowDependency(trigger, null, null);
    }

    /**
     * The window before.
     *
     * @param window how long a window is
     */
    public static WindowDependency onWindowBefore(Duration window) {
        return new WindowDependency(null, window.negated(), window);
    }

    static @Nullable String text(@Nullable Duration time) {
        if (time == null) {
            return null;
        }
        Duration length = time.abs();
        String days = length.toDays() == 0 ? "" : length.toDays() + ".";
        return "%s%s%02d:%02d:00"
                .formatted(time.isNegative() ? "-" : "", days, length.toHoursPart(), length.toMinutesPart());
    }

    private static void checkMinutes(String what, Duration time) {
        if (time.getNano() != 0 || time.getSeconds() % 60 != 0) {
            throw new IllegalArgumentException("%s %s is not allowed: full minutes".formatted(what, time));
        }
    }
}
