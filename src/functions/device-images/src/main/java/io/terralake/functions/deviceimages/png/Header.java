package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * What an image is, from its chunk {@code IHDR} (W3C, PNG, third edition, 11.2.1).
 *
 * @param width in pixels
 * @param height in pixels
 * @param depth bits of a sample
 * @param colour 0 grey, 2 red, green and blue, 3 index of a palette, 4 grey and alpha, 6 red, green, blue and alpha
 * @param interlaced whether it comes in the seven passes of Adam7
 */
record Header(int width, int height, int depth, int colour, boolean interlaced) {
    private static final int SIZE = 13;
    private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(
            0, Set.of(1, 2, 4, 8, 16),
            2, Set.of(8, 16),
            3, Set.of(1, 2, 4, 8),
            4, Set.of(8, 16),
            6, Set.of(8, 16));
    private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

    /** @throws PngException when it is no header, or one of an image that is too large */
    static Header of(Chunks.Chunk chunk) throws PngException {
        ByteBuffer data = chunk.data();
        if (!chunk.is("IHDR") || data.remaining() != SIZE) {
            throw new PngException("does not begin with a header of 13 bytes");
        }
        Header header = new Header(data.getInt(), data.getInt(), data.get(), data.get(), data.get(12) == 1);
        if (!DEPTHS.getOrDefault(header.colour, Set.of()).contains(header.depth)) {
            throw new PngException("has samples of %d bits in colour type %d, which PNG has not"
                    .formatted(header.depth, header.colour));
        }
        if (data.get(10) != 0 || data.get(11) != 0 || data.get(12) < 0 || data.get(12) > 1) {
            throw new PngException("is compressed, filtered or interlaced in a way that PNG has not");
        }
        header.checkSize();
        return header;
    }

    private void checkSize() throws PngException {
        long pixels = Integer.toUnsignedLong(width) * Integer.toUnsignedLong(height);
        if (width <= 0 || height <= 0 || width > GreySum.WIDEST || pixels > GreySum.MOST_PIXELS) {
            throw new PngException("has %s × %s pixels: at most %d are allowed, and at most %d in a row"
                    .formatted(
                            Integer.toUnsignedString(width),
                            Integer.toUnsignedString(height),
                            GreySum.MOST_PIXELS,
                            GreySum.WIDEST));
        }
    }

    int channels() {
        return CHANNELS.getOrDefault(colour, 0);
    }

    /** Bytes of a row of so many pixels. */
    int bytes(int pixels) {
        return (pixels * channels() * depth + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** How far to the left a filter looks: the bytes of a pixel, at least one. */
    int step() {
        return Math.max(1, channels() * depth / Byte.SIZE);
    }
}
