package io.terralake.functions.deviceimages.png;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The data of an image, out of its chunks {@code IDAT}, inflated as far as it is asked for. */
final class ImageData implements AutoCloseable {
    private final Chunks chunks;
    private final Inflater inflater = new Inflater();

    /** @param first the first chunk of data; the others follow it */
    ImageData(Chunks chunks, Chunks.Chunk first) {
        this.chunks = chunks;
        inflater.setInput(first.data());
    }

    /** @throws PngException when there are not so many bytes any more, or none that can be inflated */
    void read(byte[] target, int length) throws PngException {
        int read = 0;
        while (read < length) {
            int some = inflate(target, read, length - read);
            if (some == 0) {
                if (inflater.finished() || inflater.needsDictionary()) {
                    throw new PngException("has less data than its size asks for");
                }
                inflater.setInput(more());
            }
            read += some;
        }
    }

    private int inflate(byte[] target, int from, int length) throws PngException {
        try {
            return inflater.inflate(target, from, length);
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
