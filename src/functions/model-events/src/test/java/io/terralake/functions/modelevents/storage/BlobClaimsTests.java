package io.terralake.functions.modelevents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.options.BlobBreakLeaseOptions;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import io.terralake.azurite.RunningAzurite;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.modelevents.Claims.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims in real blobs, with real leases. */
class BlobClaimsTests {
    @RegisterExtension
    static final RunningAzurite azurite = new RunningAzurite(Path.of("../device-images"));

    private final BlobContainerClient container =
            new LocalStorage(azurite.blobs(), azurite.queues()).container("claims-" + UUID.randomUUID());
    private final BlobClaims claims = new BlobClaims(container);

    @Test
    void rememberWhatIsDone() {
        try (Claim claim = claims.take("1")) {
            assertThat(claim).hasToString("NEW");
            claim.hold();
            assertThat(metadata("events/1.json")).isEqualTo(Map.of("state", "dispatching"));
            claim.done();
        }
        assertThat(claims.take("1")).hasToString("DONE");
        assertThat(metadata("events/1.json")).isEqualTo(Map.of("state", "done"));
        assertThat(container.getBlobClient("events/1.json").downloadContent()).hasToString("{\"id\":\"1\"}");
    }

    @Test
    void belongToOneAtATime() {
        Instant before = Instant.now().minusSeconds(2);
        try (Claim claim = claims.take("1")) {
            assertThat(claims.take("1")).hasToString("BUSY");
            assertThat(claim).hasToString("NEW");
        }
        try (Claim left = claims.take("1")) {
            assertThat(left).hasToString("LEFT");
            assertThat(left.since()).isBetween(before, Instant.now().plusSeconds(1));
            assertThat(claims.take("1")).hasToString("BUSY");
            left.done();
        }
        assertThat(claims.take("1")).hasToString("DONE");
    }

    @Test
    void areForgotten() {
        try (Claim claim = claims.take("1")) {
            claim.forget();
        }
        assertThat(container.listBlobs()).isEmpty();
        assertThat(claims.take("1")).hasToString("NEW");
    }

    /** Eight threads ask for each event in the same moment. */
    @Test
    void belongToOneOfMany() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int event = 0; event < 10; event++) {
                String id = "event-" + event;
                List<Future<String>> taken = IntStream.range(0, threads)
                        .mapToObj(i -> pool.submit(() -> {
                            together.await(30, TimeUnit.SECONDS);
                            return claims.take(id).toString();
                        }))
                        .toList();
                int ours = 0;
                for (Future<String> state : taken) {
                    ours += state.get().equals("BUSY") ? 0 : 1;
                }
                assertThat(ours).isOne();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** More threads than the pool that Azure's library has for calls with a time limit, in which they would wait for each other. */
    @Test
    void areTakenByManyAtOnce() throws Exception {
        int threads = 10 * Runtime.getRuntime().availableProcessors() + 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> taken = IntStream.range(0, 2 * threads)
                    .mapToObj(i -> pool.submit(() -> {
                        try (Claim claim = claims.take("event-" + i)) {
                            claim.done();
                            return claim.toString();
                        }
                    }))
                    .toList();
            for (Future<String> state : taken) {
                assertThat(state.get(20, TimeUnit.SECONDS)).isEqualTo("NEW");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Whoever lost his lease does not write over whoever has it now. */
    @Test
    void areWrittenByTheirOwnerOnly() {
        try (Claim lost = claims.take("1")) {
            new BlobLeaseClientBuilder()
                    .blobClient(container.getBlobClient("events/1.json"))
                    .buildClient()
                    .breakLeaseWithResponse(
                            new BlobBreakLeaseOptions().setBreakPeriod(Duration.ZERO), null, Context.NONE);
            try (Claim next = claims.take("1")) {
                assertThat(next).hasToString("LEFT");
                assertThatThrownBy(lost::done)
                        .isInstanceOf(UnavailableException.class)
                        .hasMessage("the claims of events cannot be read or written");
                assertThatThrownBy(lost::forget).isInstanceOf(UnavailableException.class);
                next.done();
            }
        }
        assertThat(claims.take("1")).hasToString("DONE");
    }

    @Test
    void keepToTheirFolder() {
        for (String id : List.of("..", "../../a", "a/b c", "é%2F#?", "é".repeat(128))) {
            assertThat(claims.take(id)).hasToString("NEW");
            assertThat(claims.take(id)).hasToString("BUSY");
        }
        assertThat(container.listBlobs().stream().map(BlobItem::getName))
                .containsExactlyInAnyOrder(
                        "events/sha256_5ec1f7e700f37c3d0b2981d04855fc34b94aaa15457b05ca571817442d228f81.json",
                        "events/sha256_2ea9d7db53a1917447790ac08b31af46fac8f53f1c76ad45835568f9eadc4e6a.json",
                        "events/sha256_0af99a609169538538d589bf108a2131d8bc212c653d45ad44dedef60988ab9f.json",
                        "events/sha256_92e58c1604a7f0f2d849a261f237dfe1c0106dcb454c0866c2fd0aa71fa328e4.json",
                        "events/sha256_e42dd264fd5cf1bc947505b995dceb9ae0a2d2a4c99b4ce5ea02f36526819280.json");
    }

    @Test
    void comeBackWhenTheContainerIsNotThere() {
        BlobClaims none = new BlobClaims(container.getServiceClient().getBlobContainerClient("none"));
        assertThatThrownBy(() -> none.take("1"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the claims of events cannot be read or written");
    }

    private Map<String, String> metadata(String name) {
        return container.getBlobClient(name).getProperties().getMetadata();
    }
}
