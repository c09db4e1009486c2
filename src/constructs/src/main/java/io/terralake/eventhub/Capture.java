package io.terralake.eventhub;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of a hub's events in the data lake: Avro, the events as bytes in {@code Body}. A file is closed when its time is over or its
 * size reached; none is written when there was nothing. It is
 * {@code <namespace>/<hub>/<year>/<month>/<day>/<hour>_<minute>_<second>_<partition>.avro}.
 *
 * @param zone where the files go
 * @param folder the folder in it, without slashes at its ends, such as {@code used-cars}; @default none
 * @param interval how long a file collects events, 1 to 15 minutes in whole seconds; @default 5 minutes
 * @param megabytes how much a file takes, 10 to 500 MB; @default 300
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview">Capture events through Azure Event
 *     Hubs</a>
 */
@RecordBuilder
public record Capture(
        Zone zone,
        @Nullable String folder,
        @Nullable Duration interval,
        @Nullable Integer megabytes) {
    private static final Pattern FOLDER =
            Pattern.compile("[^/\\\\{}\\p{Cntrl}]{1,64}(/[^/\\\\{}\\p{Cntrl}]{1,64}){0,9}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    public Capture {
        interval = interval == null ? Duration.ofMinutes(5) : interval;
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0 || interval.getNano() != 0) {
            throw new IllegalArgumentException(
                    "capture interval %s is not allowed: PT1M to PT15M, in whole seconds".formatted(interval));
        }
        megabytes = Limits.check("capture size", megabytes == null ? 300 : megabytes, 10, 500, "MB");
        if (folder != null && !FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "capture folder \"%s\" is not allowed: folders joined by '/', none of \\{} in their names"
                            .formatted(folder));
        }
    }

    public static CaptureBuilder builder() {
        return CaptureBuilder.builder();
    }
}
