package io.terralake.jobs.cars;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a file: the bytes of a record, or what is wrong where one would be.
 *
 * @param position line of a text file or event of a capture file, from 1; 0 for a whole file
 * @param bytes hold the record
 * @param offset where it begins in them
 * @param length how many bytes it has
 * @param problem why there is no record; null when there is one
 */
record RawRecord(
        long position,
        byte[] bytes,
        int offset,
        int length,
        @Nullable String problem) {
    static RawRecord of(long position, byte[] bytes, int offset, int length) {
        return new RawRecord(position, bytes, offset, length, null);
    }

    static RawRecord problem(long position, String problem) {
        return new RawRecord(position, new byte[0], 0, 0, problem);
    }
}
