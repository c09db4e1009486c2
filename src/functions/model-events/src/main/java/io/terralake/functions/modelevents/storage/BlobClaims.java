package io.terralake.functions.modelevents.storage;

import com.azure.core.exception.AzureException;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.modelevents.Claims;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Claims as blobs, {@code events/<id>.json} each, whose metadata says {@code state=dispatching} or {@code state=done}. Who dispatches has the
 * blob's lease, which ends by itself when the process dies. A lifecycle rule deletes old blobs. The name of an id with other characters than
 * letters, digits and hyphens is its digest; the id is in the blob.
 */
public final class BlobClaims implements Claims {
    /** What all blobs begin with. */
    public static final String PREFIX = "events/";

    private static final String STATE = "state";
    private static final Map<String, String> DISPATCHING = Map.of(STATE, "dispatching");
    private static final Map<String, String> DONE = Map.of(STATE, "done");

    /** Ends by itself. A dispatch waits at most 15 seconds for its answer. */
    private static final int LEASE_SECONDS = 30;

    /** After that a lease is renewed before it is counted on. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Ids of Event Grid are such. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,128}");

    /** 409 for a blob that is there, 412 for one that is leased too. */
    private static final Set<Integer> TAKEN = Set.of(409, 412);

    private final BlobContainerClient container;

    /**
     * Claims in a container.
     *
     * @param container logs in by itself
     */
    public BlobClaims(BlobContainerClient container) {
        this.container = container;
    }

    @Override
    public Claim take(String id) {
        BlobClient blob = container.getBlobClient(PREFIX + name(id) + ".json");
        return asking(() -> {
            if (create(blob, id)) {
                return lease(blob, State.NEW);
            }
            BlobProperties found = blob.getProperties();
            return isDone(found) ? new BlobClaim(State.DONE, since(found), blob, null) : lease(blob, State.LEFT);
        });
    }

    /** The id itself where that is a name in any tool; else its digest, after a character that no such id has. */
    private static String name(String id) {
        return PLAIN.matcher(id).matches() ? id : "sha256_" + sha256(id);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean create(BlobClient blob, String id) {
        try {
            BlockBlobSimpleUploadOptions options = new BlockBlobSimpleUploadOptions(
                            BinaryData.fromString("{\"id\":%s}".formatted(quoted(id))))
                    .setMetadata(DISPATCHING)
                    .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
            blob.getBlockBlobClient().uploadWithResponse(options, null, Context.NONE);
            return true;
        } catch (BlobStorageException e) {
            if (TAKEN.contains(e.getStatusCode())) {
                return false;
            }
            throw e;
        }
    }

    /** Whoever was here between two calls may have come to an end: what counts is what the blob says under the lease. */
    private static Claim lease(BlobClient blob, State state) {
        BlobLeaseClient lease = new BlobLeaseClientBuilder().blobClient(blob).buildClient();
        try {
            lease.acquireLease(LEASE_SECONDS);
        } catch (BlobStorageException e) {
            if (e.getErrorCode() == BlobErrorCode.LEASE_ALREADY_PRESENT) {
                return new BlobClaim(State.BUSY, Instant.now(), blob, null);
            }
            throw e;
        }
        if (state == State.NEW) {
            return new BlobClaim(state, Instant.now(), blob, lease);
        }
        BlobProperties properties = blob.getProperties();
        return new BlobClaim(isDone(properties) ? State.DONE : state, since(properties), blob, lease);
    }

    private static boolean isDone(BlobProperties properties) {
        return properties.getMetadata().entrySet().containsAll(DONE.entrySet());
    }

    private static Instant since(BlobProperties properties) {
        OffsetDateTime created = properties.getCreationTime();
        return (created == null ? properties.getLastModified() : created).toInstant();
    }

    private static String quoted(String id) {
        return TextNode.valueOf(id).toString();
    }

    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (AzureException | IllegalStateException e) {
            throw UnavailableException.lasting("the claims of events cannot be read or written", e);
        }
    }

    /** A claim, with the lease if it is ours. */
    private static final class BlobClaim implements Claim {
        private final State state;
        private final Instant since;
        private final BlobClient blob;
        private @Nullable BlobLeaseClient lease;
        private long renewed = System.nanoTime();

        BlobClaim(State state, Instant since, BlobClient blob, @Nullable BlobLeaseClient lease) {
            this.state = state;
            this.since = since;
            this.blob = blob;
            this.lease = lease;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public Instant since() {
            return since;
        }

        @Override
        public void hold() {
            if (System.nanoTime() - renewed > FRESH.toNanos()) {
                asking(() -> held().renewLease());
                renewed = System.nanoTime();
            }
        }

        @Override
        public void done() {
            asking(() -> blob.setMetadataWithResponse(DONE, ours(), null, Context.NONE));
            // Nobody wants it any more: that the lease ends by itself saves a call.
            lease = null;
        }

        @Override
        public void forget() {
            asking(() -> blob.deleteWithResponse(null, ours(), null, Context.NONE));
            lease = null;
        }

        /** What fails here does no harm: the lease ends by itself. */
        @Override
        public void close() {
            if (lease != null) {
                try {
                    lease.releaseLease();
                } catch (AzureException | IllegalStateException e) {
                    System.getLogger(BlobClaims.class.getName())
                            .log(System.Logger.Level.DEBUG, "a lease ends by itself", e);
                }
            }
        }

        @Override
        public String toString() {
            return state.toString();
        }

        private BlobRequestConditions ours() {
            return new BlobRequestConditions().setLeaseId(held().getLeaseId());
        }

        private BlobLeaseClient held() {
            if (lease == null) {
                throw new IllegalStateException("the claim is not ours");
            }
            return lease;
        }
    }
}
