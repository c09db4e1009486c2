package io.terralake.functions.local;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.terralake.input.InputException;
import java.net.URI;

/** The storage account that Azurite has, by the login that its documentation gives to everybody. */
public final class LocalStorage {
    /** Its name. */
    public static final String ACCOUNT = "devstoreaccount1";

    private static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static final StorageSharedKeyCredential LOGIN = new StorageSharedKeyCredential(ACCOUNT, KEY);

    private final BlobServiceClient blobs;
    private final QueueServiceClient queues;

    /**
     * An account.
     *
     * @param blobService address of Azurite's blob service
     * @param queueService address of its queue service
     * @throws InputException when an address is not on this machine
     */
    public LocalStorage(URI blobService, URI queueService) {
        this.blobs = new BlobServiceClientBuilder()
                .endpoint(address("--storage", blobService))
                .credential(LOGIN)
                .buildClient();
        this.queues = new QueueServiceClientBuilder()
                .endpoint(address("--queues", queueService))
                .credential(LOGIN)
                .messageEncoding(QueueMessageEncoding.BASE64)
                .buildClient();
    }

    /**
     * The queue service is at the port after that of the blob service, as Azurite has it by default.
     *
     * @param blobService address of the blob service
     * @return that of the queue service
     */
    public static URI queuesBeside(URI blobService) {
        return URI.create("http://127.0.0.1:%d".formatted(blobService.getPort() + 1));
    }

    /**
     * A container, made if it is not there.
     *
     * @param name its name
     * @return a client of it
     */
    public BlobContainerClient container(String name) {
        BlobContainerClient container = blobs.getBlobContainerClient(name);
        container.createIfNotExists();
        return container;
    }

    /**
     * A queue, made if it is not there.
     *
     * @param name its name
     * @return a client of it, whose messages are base64
     */
    public QueueClient queue(String name) {
        QueueClient queue = queues.getQueueClient(name);
        queue.createIfNotExists();
        return queue;
    }

    private static String address(String option, URI address) {
        if (!"http".equals(address.getScheme()) || !"127.0.0.1".equals(address.getHost()) || address.getPort() < 0) {
            throw new InputException("%s %s is not allowed: Azurite's address such as http://127.0.0.1:10000"
                    .formatted(option, address));
        }
        return "http://127.0.0.1:%d/%s".formatted(address.getPort(), ACCOUNT);
    }
}
