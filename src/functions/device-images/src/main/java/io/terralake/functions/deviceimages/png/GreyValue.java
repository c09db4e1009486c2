package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;

/** The greyscale value, 0 to 255, of a pixel of a row. */
@FunctionalInterface
interface GreyValue {
    int BYTE = 0xFF;

    /** @throws PngException when the pixel names a colour that the palette has not */
    int at(byte[] row, int pixel) throws PngException;

    /**
     * How to read the pixels of an image.
     *
     * @param header that of the image
     * @param palette three bytes a colour; empty when there is none
     */
    static GreyValue of(Header header, ByteBuffer palette) {
        int depth = header.depth();
        return switch (header.colour()) {
            case 3 -> ofPalette(depth, palette);
            case 2, 6 -> ofColour(header.step(), Math.max(1, depth / Byte.SIZE));
            default -> depth < Byte.SIZE ? ofBits(depth) : ofBytes(header.step());
        };
    }

    /** Of a sample of 16 bits the upper byte. */
    private static GreyValue ofBytes(int step) {
        return step == 1 ? (row, pixel) -> row[pixel] & BYTE : (row, pixel) -> row[pixel * step] & BYTE;
    }

    /** The highest sample is 255. */
    private static GreyValue ofBits(int depth) {
        int scale = BYTE / ((1 << depth) - 1);
        return (row, pixel) -> bits(row, pixel, depth) * scale;
    }

    private static GreyValue ofColour(int step, int sample) {
        return (row, pixel) -> luma(row[pixel * step], row[pixel * step + sample], row[pixel * step + 2 * sample]);
    }

    private static GreyValue ofPalette(int depth, ByteBuffer palette) {
        int[] values = new int[palette.remaining() / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = luma(palette.get(3 * i), palette.get(3 * i + 1), palette.get(3 * i + 2));
        }
        return (row, pixel) -> {
            int colour = depth == Byte.SIZE ? row[pixel] & BYTE : bits(row, pixel, depth);
            if (colour >= values.length) {
                throw new PngException(
                        "has a pixel of colour %d, and a palette of %d".formatted(colour, values.length));
            }
            return values[colour];
        };
    }

    private static int bits(byte[] row, int pixel, int depth) {
        int bit = pixel * depth;
        return row[bit / Byte.SIZE] >> (Byte.SIZE - depth - bit % Byte.SIZE) & ((1 << depth) - 1);
    }

    /** The luma of ITU-R 601-2 in 16 bits behind the point: (299 R + 587 G + 114 B) / 1000, rounded. */
    private static int luma(byte red, byte green, byte blue) {
        return ((red & BYTE) * 19_595 + (green & BYTE) * 38_470 + (blue & BYTE) * 7_471 + 0x8000) >> 16;
    }
}
