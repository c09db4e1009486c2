package io.terralake.functions.deviceimages;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The decoded bytes of an image, up to a limit. They are in memory once. */
final class Content extends FilterOutputStream {
    /** Bytes of the largest file: a power of two, so that an array that grows by doubling ends there. */
    static final int MOST = 8 << 20;

    private static final int FIRST = 1 << 12;

    private final Bytes bytes;

    /** More than {@link #MOST} bytes. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(FIRST);
        }

        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    Content() {
        this(new Bytes());
    }

    private Content(Bytes bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    /** @throws TooLongException when it would be longer than {@link #MOST} */
    @Override
    public void write(byte[] source, int from, int length) throws TooLongException {
        if (length > MOST - bytes.size()) {
            throw new TooLongException();
        }
        bytes.write(source, from, length);
    }

    ByteBuffer bytes() {
        return bytes.view();
    }
}
