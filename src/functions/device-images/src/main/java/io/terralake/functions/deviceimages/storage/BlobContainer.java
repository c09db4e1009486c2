package io.terralake.functions.deviceimages.storage;

import com.azure.core.exception.AzureException;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import com.azure.storage.blob.specialized.BlobInputStream;
import io.terralake.functions.deviceimages.Blobs;
import io.terralake.functions.messages.UnavailableException;
import java.util.Optional;

/** A container of Blob Storage. */
public final class BlobContainer implements Blobs {
    /** What is read ahead of a blob, and in memory. */
    private static final int BLOCK = 1 << 20;

    private final BlobContainerClient container;

    /**
     * A container.
     *
     * @param container logs in by itself
     */
    public BlobContainer(BlobContainerClient container) {
        this.container = container;
    }

    @Override
    public String account() {
        return container.getAccountName();
    }

    @Override
    public String container() {
        return container.getBlobContainerName();
    }

    @Override
    public Optional<Blob> open(String name) {
        try {
            BlobInputStream content =
                    container.getBlobClient(name).openInputStream(new BlobInputStreamOptions().setBlockSize(BLOCK));
            return Optional.of(new Blob(
                    content.getProperties().getETag().replace("\"", ""),
                    content.getProperties().getBlobSize(),
                    content));
        } catch (BlobStorageException e) {
            if (e.getErrorCode() == BlobErrorCode.BLOB_NOT_FOUND) {
                return Optional.empty();
            }
            throw UnavailableException.lasting("the container %s cannot be read".formatted(container()), e);
        } catch (AzureException | IllegalStateException e) {
            throw UnavailableException.lasting("the container %s cannot be read".formatted(container()), e);
        }
    }
}
