package io.terralake.functions.deviceimages;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Blobs in memory, what they hold, and what Event Grid says of them. */
public record TestBlobs(Map<String, byte[]> contents) implements Blobs {
    /** One blob. */
    public static TestBlobs of(String name, String content) {
        return new TestBlobs(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String account() {
        return "stimagesdev";
    }

    @Override
    public String container() {
        return "images";
    }

    @Override
    public Optional<Blob> open(String name) {
        return Optional.ofNullable(contents.get(name))
                .map(bytes -> blob(bytes.length, new ByteArrayInputStream(bytes)));
    }

    public static Blob blob(long length, InputStream content) {
        return new Blob("0x8DE2B", length, content);
    }

    /** The event of a new blob in the schema of Event Grid. */
    public static String event(String blob) {
        return """
            {"topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stimagesdev",\
            "subject":"/blobServices/default/containers/images/blobs/%s","eventType":"Microsoft.Storage.BlobCreated",\
            "id":"1","data":{"api":"FlushWithClose","url":"https://stimagesdev.dfs.core.windows.net/images/%s"},\
            "dataVersion":"","metadataVersion":"1","eventTime":"2026-11-26T07:00:00Z"}""".formatted(blob, blob);
    }

    /** A record as Spark writes it. */
    public static String record(String path, byte[] image) {
        return """
            {"path":"%s","modificationTime":"2026-11-26T07:00:00.000Z","length":%d,"content":"%s"}\
            """.formatted(path, image.length, Base64.getEncoder().encodeToString(image));
    }
}
