package io.terralake.functions.deviceimages.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files chunk by chunk, right or wrong. */
public final class TestPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** A file with nothing but its signature. */
    public TestPng() {
        file.writeBytes(SIGNATURE);
    }

    /** The header. */
    public TestPng header(int width, int height, int depth, int colour, int interlace) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colour)
                        .put((byte) 0)
                        .put((byte) 0)
                        .put((byte) interlace)
                        .array());
    }

    /** A chunk with a checksum that is right. */
    public TestPng chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        return this;
    }

    /** A chunk of data: rows, each of the type of its filter and its bytes. */
    public TestPng rows(int... bytes) {
        return chunk("IDAT", deflate(bytes(bytes)));
    }

    /** The last chunk. */
    public TestPng end() {
        return chunk("IEND", new byte[0]);
    }

    /** The file as it is by now. */
    public byte[] file() {
        return file.toByteArray();
    }

    /** A grey image of 8 bits, whose every pixel has the same value. */
    public static byte[] grey(int width, int height, int value) {
        byte[] row = new byte[width + 1];
        Arrays.fill(row, 1, row.length, (byte) value);
        return new TestPng()
                .header(width, height, 8, 0, 0)
                .chunk("IDAT", deflate(row, height))
                .end()
                .file();
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] deflate(byte[] data) {
        return deflate(data, 1);
    }

    /** So many times the same data, without having it in memory. */
    public static byte[] deflate(byte[] data, int times) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int i = 0; i < times; i++) {
                out.write(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }
}
