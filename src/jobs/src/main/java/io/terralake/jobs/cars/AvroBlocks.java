package io.terralake.jobs.cars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the blocks of an Avro file are. No length in it is believed: one that is wrong would make Avro's own reader ask for gigabytes.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#object-container-files">object container files</a>
 */
final class AvroBlocks {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC = 16;

    /**
     * A block.
     *
     * @param start where it begins
     * @param events how many it holds
     * @param problem why it cannot be read; null when it can
     */
    record Block(int start, long events, @Nullable String problem) {}

    /** Bytes are not what the format asks for. */
    private static final class BrokenException extends Exception {}

    private final byte[] bytes;
    private int at;

    private AvroBlocks(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The blocks of a file in their order; damaged ones, to the next that is whole, are one with a problem. */
    static List<Block> of(byte[] bytes) {
        return new AvroBlocks(bytes).blocks();
    }

    private List<Block> blocks() {
        if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return List.of(new Block(0, 0, "the file is no Avro"));
        }
        at = MAGIC.length;
        try {
            skipHeader();
        } catch (BrokenException e) {
            return List.of(new Block(0, 0, "the Avro file is broken in its header, at byte %d".formatted(at)));
        }
        List<Block> blocks = new ArrayList<>();
        int sync = at - SYNC;
        while (at < bytes.length) {
            int start = at;
            try {
                long events = number();
                skip(number());
                if (events < 0 || !isSync(sync, at)) {
                    throw new BrokenException();
                }
                at += SYNC;
                blocks.add(new Block(start, events, null));
            } catch (BrokenException e) {
                at = start;
                while (at < bytes.length && !isSync(sync, at)) {
                    at++;
                }
                at = Math.min(at + SYNC, bytes.length);
                blocks.add(new Block(start, 0, "the Avro file is broken from byte %d to byte %d".formatted(start, at)));
            }
        }
        return blocks;
    }

    private void skipHeader() throws BrokenException {
        for (long entries = number(); entries != 0; entries = number()) {
            if (entries < 0) {
                entries = -entries;
                number();
            }
            for (long i = 0; i < 2 * entries; i++) {
                skip(number());
            }
        }
        skip(SYNC);
    }

    private boolean isSync(int sync, int position) {
        return position + SYNC <= bytes.length
                && Arrays.equals(bytes, sync, sync + SYNC, bytes, position, position + SYNC);
    }

    private void skip(long length) throws BrokenException {
        if (length < 0 || length > bytes.length - at) {
            throw new BrokenException();
        }
        at += (int) length;
    }

    /** A number in variable length, zigzag. */
    private long number() throws BrokenException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
            byte part = bytes[at++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new BrokenException();
    }
}
