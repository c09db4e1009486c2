package io.terralake.jobs.cars;

import io.terralake.cars.UsedCar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was looked at: a listing, or reasons why it is none.
 *
 * @param position line of a text file or event of a capture file, from 1; 0 for a whole file
 * @param car null when there are reasons
 * @param reasons what was given and what would be right
 * @param raw the beginning of what is no listing, {@value #MOST_RAW} bytes at most; null for a listing
 * @param bytes how long the record is
 */
public record CheckedRecord(
        long position,
        @Nullable UsedCar car,
        List<String> reasons,
        @Nullable String raw,
        int bytes) {

    private static final int MOST_RAW = 4_096;

    static CheckedRecord good(RawRecord record, UsedCar car) {
        return new CheckedRecord(record.position(), car, List.of(), null, record.length());
    }

    static CheckedRecord bad(RawRecord record, List<String> reasons) {
        String raw = new String(
                record.bytes(), record.offset(), Math.min(record.length(), MOST_RAW), StandardCharsets.UTF_8);
        return new CheckedRecord(record.position(), null, reasons, raw, record.length());
    }

    /**
     * A file that cannot be read.
     *
     * @param problem why
     * @return a record in its place
     */
    public static CheckedRecord file(String problem) {
        return bad(RawRecord.problem(0, problem), List.of(problem));
    }
}
