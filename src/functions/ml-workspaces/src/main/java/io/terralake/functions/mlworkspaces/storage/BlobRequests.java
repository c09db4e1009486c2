package io.terralake.functions.mlworkspaces.storage;

import com.azure.core.exception.AzureException;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.mlworkspaces.Accepted;
import io.terralake.functions.mlworkspaces.AcceptedRequests;
import java.io.IOException;
import java.util.Optional;

/** Requests as blobs, {@code <id>.json} each. A lifecycle rule deletes old ones. */
public final class BlobRequests implements AcceptedRequests {
    private static final JsonMapper JSON = new JsonMapper();

    private final BlobContainerClient container;

    /**
     * Those in a container.
     *
     * @param container logs in by itself
     */
    public BlobRequests(BlobContainerClient container) {
        this.container = container;
    }

    @Override
    public void put(Accepted request) {
        asking(() -> {
            blob(request.id()).upload(BinaryData.fromBytes(JSON.writeValueAsBytes(request)), true);
            return request;
        });
    }

    @Override
    public Optional<Accepted> find(String id) {
        return asking(() -> {
            try {
                return Optional.of(JSON.readValue(blob(id).downloadContent().toBytes(), Accepted.class));
            } catch (BlobStorageException e) {
                if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static <T> T asking(Call<T> call) {
        try {
            return call.run();
        } catch (AzureException | IOException e) {
            throw UnavailableException.lasting("accepted requests cannot be read or written", e);
        }
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    private BlobClient blob(String id) {
        return container.getBlobClient(id + ".json");
    }
}
