package io.terralake.jobs.cars;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A file of listings: Avro as Event Hubs captures it when its name ends with {@code .avro}, else JSON. */
public final class CarFile {
    private CarFile() {}

    /**
     * The records of a file, in its order. Whatever the bytes are, each of them is in a record, good or bad, or in a gap that is told of.
     *
     * @param name tells the format
     * @param bytes the whole file
     * @return at least one record, unless it is a capture file without events
     */
    public static Iterator<CheckedRecord> records(String name, byte[] bytes) {
        CarParser parser = new CarParser();
        Iterator<RawRecord> records = bytes.length == 0
                ? List.of(RawRecord.problem(0, "the file is empty")).iterator()
                : name.toLowerCase(Locale.ROOT).endsWith(".avro") ? new CaptureFile(bytes) : new JsonFile(bytes);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public CheckedRecord next() {
                return parser.check(records.next());
            }
        };
    }
}
