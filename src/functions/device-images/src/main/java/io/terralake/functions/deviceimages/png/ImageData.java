package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The data of an image, out of its chunks {@code IDAT}, inflated as far as it is asked for, and a buffer further: an image of one column has
 * as many rows as others have pixels, and a call of the inflater for each would take forty times as long.
 */
final class ImageData implements AutoCloseable {
    private static final int BUFFER = 1 << 13;

    private final Chunks chunks;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    /** @param first the first chunk of data; the others follow it */
    ImageData(Chunks chunks, Chunks.Chunk first) {
        this.chunks = chunks;
        inflater.setInput(first.data());
    }

    /** @throws PngException when there are not so many bytes any more, or none that can be inflated */
    void read(byte[] target, int length) throws PngException {
        int read = 0;
        while (read < length) {
            if (start == end) {
                fill();
            }
            int some = Math.min(length - read, end - start);
            System.arraycopy(buffer, start, target, read, some);
            start += some;
            read += some;
        }
    }

    private void fill() throws PngException {
        start = 0;
        end = inflate();
        while (end == 0) {
            if (inflater.finished() || inflater.needsDictionary()) {
                throw new PngException("has less data than its size asks for");
            }
            inflater.setInput(more());
            end = inflate();
        }
    }

    private int inflate() throws PngException {
        try {
            return inflater.inflate(buffer);
        } catch (DataFormatException e) {
            throw new PngException("has data that cannot be inflated");
        }
    }

    private ByteBuffer more() throws PngException {
        Chunks.Chunk chunk = chunks.next();
        if (!chunk.is("IDAT")) {
            throw new PngException("has less data than its size asks for");
        }
        return chunk.data();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
