package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The sum of the greyscale values, 0 to 255, of all pixels of a PNG image. Two rows of the image are in memory, never more, and nothing but
 * its pixels is inflated.
 *
 * <p>A grey sample of 8 bits counts as it stands there, whatever the image says of gamma or colour spaces; one of 1, 2 or 4 bits so that the
 * highest is 255; of one of 16 bits the upper byte. A colour counts by its luma (ITU-R 601-2). Alpha does not count.
 */
public final class GreySum {
    /** Pixels of the largest image, which takes seconds. */
    public static final int MOST_PIXELS = 100_000_000;

    /** Pixels of the longest row: two rows of 8 bytes a pixel take 1 MiB. */
    public static final int WIDEST = 65_536;

    private final Header header;
    private final GreyValue grey;
    private final ImageData data;
    private final byte[] filter = new byte[1];

    private GreySum(Header header, GreyValue grey, ImageData data) {
        this.header = header;
        this.grey = grey;
        this.data = data;
    }

    /**
     * Sums an image.
     *
     * @param file the bytes of the file, from the buffer's position to its limit
     * @return 0 to 25,500,000,000
     * @throws PngException when it is no PNG image, is damaged or too large
     */
    public static long of(ByteBuffer file) throws PngException {
        Chunks chunks = new Chunks(file);
        Header header = Header.of(chunks.next());
        ByteBuffer palette = ByteBuffer.allocate(0);
        Chunks.Chunk chunk = chunks.next();
        for (; !chunk.is("IDAT"); chunk = chunks.next()) {
            if (chunk.is("IEND")) {
                throw new PngException("has no data");
            }
            palette = chunk.is("PLTE") ? chunk.data() : palette;
        }
        long sum;
        try (ImageData data = new ImageData(chunks, chunk)) {
            sum = new GreySum(header, GreyValue.of(header, palette), data).sum();
        }
        while (!chunk.is("IEND")) {
            chunk = chunks.next();
        }
        return sum;
    }

    private long sum() throws PngException {
        long sum = 0;
        byte[] row = new byte[header.bytes(header.width())];
        byte[] above = new byte[row.length];
        for (Pass pass : Pass.of(header)) {
            Arrays.fill(above, (byte) 0);
            int width = pass.width(header);
            for (int y = pass.height(header); y > 0; y--) {
                sum += sumRow(row, above, width);
                byte[] last = row;
                row = above;
                above = last;
            }
        }
        return sum;
    }

    private long sumRow(byte[] row, byte[] above, int width) throws PngException {
        int length = header.bytes(width);
        data.read(filter, 1);
        data.read(row, length);
        Filter.undo(filter[0], row, above, length, header.step());
        long sum = 0;
        for (int x = 0; x < width; x++) {
            sum += grey.at(row, x);
        }
        return sum;
    }
}
