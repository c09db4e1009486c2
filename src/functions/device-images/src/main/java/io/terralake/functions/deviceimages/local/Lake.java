package io.terralake.functions.deviceimages.local;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.queue.QueueClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.functions.local.LocalStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What stands for the data lake and its events: a finished file becomes a blob, and the queue gets the event of it. Which events were sent, the
 * storage knows; when the program is killed in between, an event is sent twice, as Event Grid may do too.
 */
final class Lake {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_AT_ONCE = 100;

    private final FinishedFiles files;
    private final BlobContainerClient container;
    private final BlobContainerClient sent;
    private final QueueClient queue;
    private final int deliveries;
    private final Set<String> done = new HashSet<>();

    /**
     * @param sent a container that gets an empty blob for every event that was sent
     * @param deliveries how often every event is sent
     */
    Lake(
            FinishedFiles files,
            BlobContainerClient container,
            BlobContainerClient sent,
            QueueClient queue,
            int deliveries) {
        this.files = files;
        this.container = container;
        this.sent = sent;
        this.queue = queue;
        this.deliveries = deliveries;
        sent.listBlobs().stream().map(BlobItem::getName).forEach(done::add);
    }

    /** Takes up files that are new; how many. */
    int send() throws IOException {
        int count = 0;
        for (String name : files.list()) {
            if (count < MOST_AT_ONCE && !done.contains(name)) {
                send(name);
                count++;
            }
        }
        return count;
    }

    private void send(String name) throws IOException {
        BlobClient blob = container.getBlobClient(name);
        long size = Files.size(files.path(name));
        try (InputStream content = Files.newInputStream(files.path(name))) {
            blob.upload(content, size, true);
        }
        String event = event(container.getBlobContainerName(), name, blob.getBlobUrl(), size);
        for (int i = 0; i < deliveries; i++) {
            queue.sendMessage(event);
        }
        sent.getBlobClient(name).upload(InputStream.nullInputStream(), 0, true);
        done.add(name);
    }

    /** The event of a new blob, in the schema of Event Grid. */
    static String event(String container, String name, String url, long size) {
        ObjectNode event = MAPPER.createObjectNode()
                .put(
                        "topic",
                        "/subscriptions/local/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/"
                                + LocalStorage.ACCOUNT)
                .put("subject", "/blobServices/default/containers/%s/blobs/%s".formatted(container, name))
                .put("eventType", "Microsoft.Storage.BlobCreated")
                .put("id", UUID.randomUUID().toString())
                .put("eventTime", Instant.now().toString())
                .put("dataVersion", "")
                .put("metadataVersion", "1");
        event.putObject("data")
                .put("api", "PutBlob")
                .put("contentType", "application/octet-stream")
                .put("contentLength", size)
                .put("blobType", "BlockBlob")
                .put("url", url);
        return event.toString();
    }
}
