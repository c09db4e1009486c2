package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The chunks of a PNG file, one after the other, each with a checksum that is right. */
final class Chunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** Length, type and checksum. */
    private static final int OVERHEAD = 12;

    private static final int TYPE = 4;

    private final ByteBuffer bytes;

    /**
     * A chunk.
     *
     * @param type four letters
     * @param data its data, not copied
     */
    record Chunk(String type, ByteBuffer data) {
        boolean is(String other) {
            return type.equals(other);
        }
    }

    /** @throws PngException when the file does not begin as PNG does */
    Chunks(ByteBuffer file) throws PngException {
        this.bytes = file.slice();
        if (bytes.remaining() < Long.BYTES || bytes.getLong() != SIGNATURE) {
            throw new PngException("is no PNG image");
        }
    }

    /** @throws PngException when there is no whole chunk any more, or its checksum is wrong */
    Chunk next() throws PngException {
        int start = bytes.position();
        if (bytes.remaining() < OVERHEAD) {
            throw new PngException("ends after %d bytes, before its last chunk".formatted(bytes.limit()));
        }
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining() - OVERHEAD + Integer.BYTES) {
            throw new PngException("ends after %d bytes, within the chunk at byte %d".formatted(bytes.limit(), start));
        }
        ByteBuffer checked = bytes.slice(bytes.position(), TYPE + length);
        bytes.position(bytes.position() + TYPE + length);
        CRC32 checksum = new CRC32();
        checksum.update(checked.duplicate());
        if ((int) checksum.getValue() != bytes.getInt()) {
            throw new PngException("has a wrong checksum in the chunk at byte %d".formatted(start));
        }
        String type = StandardCharsets.ISO_8859_1.decode(checked.slice(0, TYPE)).toString();
        return new Chunk(type, checked.slice(TYPE, length));
    }
}
