package io.terralake.jobs.cars;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Splits a file into JSON objects: one on each line that is not blank, or one over several lines. */
final class JsonFile implements Iterator<RawRecord> {
    private final byte[] bytes;
    private int end;
    private long line;
    private @Nullable RawRecord next;

    JsonFile(byte[] bytes) {
        this.bytes = bytes;
        RawRecord first = line();
        if (first == null) {
            next = RawRecord.problem(0, "the file is blank");
        } else if (bytes[first.offset() + first.length() - 1] != '}'
                && bytes.length <= CarParser.MOST_BYTES
                && CarParser.isOneObject(bytes)) {
            end = bytes.length;
            next = RawRecord.of(first.position(), bytes, 0, end);
        } else {
            next = first;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RawRecord next() {
        RawRecord record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        next = line();
        return record;
    }

    /** The next line that is not blank, without blanks around it; null when there is none. */
    private @Nullable RawRecord line() {
        while (end < bytes.length) {
            int start = end;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int last = end;
            end++;
            line++;
            while (start < last && isBlank(bytes[start])) {
                start++;
            }
            while (start < last && isBlank(bytes[last - 1])) {
                last--;
            }
            if (start < last) {
                return RawRecord.of(line, bytes, start, last - start);
            }
        }
        return null;
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r';
    }
}
