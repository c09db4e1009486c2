package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.DataPlane;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blobs: what is said about one is kept, what is in it is not. */
final class Blobs {
    private static final String CONTENT = "x-ms-blob-content-";
    private static final String METADATA = "x-ms-meta-";
    private static final String TIER = "x-ms-access-tier";

    private final Store store;

    Blobs(Store store) {
        this.store = store;
    }

    /** The answer; empty when no blob is asked for, or the account is not there. */
    Optional<Reply> answer(Request request) {
        if (!request.host().contains(".blob.")
                || request.segments().size() < 2
                || DataPlane.of(request.host(), store).isEmpty()) {
            return Optional.empty();
        }
        String key = request.host() + request.path();
        String part = request.parameter("comp");
        if (request.method().equals("PUT") && part.equals("block")) {
            return Optional.of(Reply.empty(201));
        }
        Optional<ObjectNode> there = store.get(Space.FILES, key);
        boolean creates = request.method().equals("PUT") && (part.isEmpty() || part.equals("blocklist"));
        if (there.isEmpty() && !creates) {
            return Optional.of(Reply.empty(404).with("x-ms-error-code", "BlobNotFound"));
        }
        return Optional.of(
                switch (request.method()) {
                    case "PUT" -> {
                        store.put(Space.FILES, key, written(request, creates ? null : there.orElseThrow()));
                        yield Reply.empty(creates || part.equals("page") ? 201 : 200);
                    }
                    case "DELETE" -> {
                        store.remove(Space.FILES, key);
                        yield Reply.empty(202);
                    }
                    default -> read(there.orElseThrow());
                });
    }

    private static ObjectNode written(Request request, @Nullable ObjectNode before) {
        ObjectNode blob = before == null
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("x-ms-blob-type", "BlockBlob")
                        .put("Content-Type", "application/octet-stream")
                : before.deepCopy();
        if (request.parameter("comp").equals("metadata")) {
            blob.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.startsWith(METADATA))
                    .toList()
                    .forEach(blob::remove);
        }
        request.headers().forEach((name, value) -> {
            if (name.startsWith(CONTENT)) {
                String of = name.substring(CONTENT.length());
                blob.put(of.equals("md5") ? "Content-MD5" : "Content-" + capital(of), value);
            } else if (name.startsWith(METADATA) || name.equals(TIER) || name.equals("x-ms-blob-type")) {
                blob.put(name, value);
            }
        });
        return blob;
    }

    private static Reply read(ObjectNode blob) {
        Reply reply = Reply.empty(200)
                .with("ETag", "\"0x1\"")
                .with("x-ms-lease-status", "unlocked")
                .with("x-ms-lease-state", "available");
        if (!blob.has(TIER)) {
            reply = reply.with(TIER, "Hot").with("x-ms-access-tier-inferred", "true");
        }
        for (var each : blob.properties()) {
            reply = reply.with(each.getKey(), each.getValue().asText());
        }
        return reply;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
