package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.UnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The container of images. */
public interface Blobs {
    /**
     * The storage account.
     *
     * @return its name
     */
    String account();

    /**
     * The container.
     *
     * @return its name
     */
    String container();

    /**
     * Opens a blob.
     *
     * @param name with its folders, as it is
     * @return the blob; empty when there is none of that name any more
     * @throws UnavailableException when the store does not give it
     */
    Optional<Blob> open(String name);

    /**
     * A blob that is read. Its content throws {@link IOException} when the store does not give the rest of it, or has another content now.
     *
     * @param etag the version that is read, without quotes
     * @param length in bytes
     * @param content the bytes
     */
    record Blob(String etag, long length, InputStream content) implements Closeable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
