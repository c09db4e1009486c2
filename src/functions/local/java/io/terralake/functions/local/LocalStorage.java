package io.terralake.functions.local;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.models.QueueMessageDecodingError;
import com.azure.storage.queue.models.QueueMessageItem;
import io.terralake.input.InputException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The storage account that Azurite has, by the login that its documentation gives to everybody. */
public final class LocalStorage {
    /** Its name. */
    public static final String ACCOUNT = "devstoreaccount1";

    private static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /** Its login. */
    public static final StorageSharedKeyCredential LOGIN = new StorageSharedKeyCredential(ACCOUNT, KEY);

    private final BlobServiceClient blobs;
    private final String queues;

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
        this.queues = address("--queues", queueService);
    }

    /**
     * The queue service is at the port after that of the blob service, as Azurite has it by default.
     *
     * @param blobService address of the blob service
     * @return that of the queue service
     */
    static URI queuesBeside(URI blobService) {
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
        return open(name, null);
    }

    /**
     * The same; a message that is no base64 is not received, but goes to the poison queue as it is, as Azure's host has it.
     *
     * @param name its name
     * @param poison gets what is no base64
     * @return a client of it
     */
    public QueueClient queue(String name, QueueClient poison) {
        return open(name, unreadable -> {
            QueueMessageItem message = unreadable.getQueueMessageItem();
            poison.sendMessage(message.getBody());
            unreadable.getQueueClient().deleteMessage(message.getMessageId(), message.getPopReceipt());
        });
    }

    private QueueClient open(String name, @Nullable Consumer<QueueMessageDecodingError> unreadable) {
        QueueClient queue = new QueueClientBuilder()
                .endpoint(queues)
                .queueName(name)
                .credential(LOGIN)
                .messageEncoding(QueueMessageEncoding.BASE64)
                .processMessageDecodingError(unreadable)
                .buildClient();
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
