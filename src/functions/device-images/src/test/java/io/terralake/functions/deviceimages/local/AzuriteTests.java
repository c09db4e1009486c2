package io.terralake.functions.deviceimages.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.models.PeekedMessageItem;
import io.terralake.azurite.Azurite;
import io.terralake.functions.deviceimages.Blobs;
import io.terralake.functions.deviceimages.ImageHandler;
import io.terralake.functions.deviceimages.ImageTable;
import io.terralake.functions.deviceimages.ProcessedImage;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.deviceimages.TestBlobs;
import io.terralake.functions.deviceimages.png.TestPng;
import io.terralake.functions.deviceimages.storage.BlobContainer;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The handler over real blobs, and the host over real queues. */
@ExtendWith(QuietLog.class)
class AzuriteTests {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Azurite azurite;

    private final String id = UUID.randomUUID().toString();
    private final BlobContainerClient container = storage().container("images-" + id);
    private final QueueClient poison = storage().queue("poison-" + id);
    private final QueueClient queue = storage().queue("queue-" + id, poison);
    private final ConcurrentHashMap<String, ProcessedImage> rows = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        azurite = Azurite.start(Path.of(""));
    }

    @AfterAll
    static void stop() {
        if (azurite != null) {
            azurite.close();
        }
    }

    @Test
    void readsBlobsOfAnyName() throws InterruptedException {
        List<String> names = List.of("a.json", "2026/11/a b+%20.json", "it's ü #1?.json");
        for (String name : names) {
            upload(name, TestBlobs.record(name, TestPng.grey(1, 1, 9)));
            send(name);
        }
        assertThat(container.listBlobs().stream().map(BlobItem::getName)).containsExactlyInAnyOrderElementsOf(names);
        run(this::keep);
        assertThat(rows).containsOnlyKeys("a.json", "a b+%20.json", "it's ü #1?.json");
        String etag = container.getBlobClient("a.json").getProperties().getETag();
        assertThat(rows.get("a.json")).isEqualTo(new ProcessedImage("a.json", 9, 9, etag.replace("\"", "")));
        assertThat(poisoned()).isEmpty();
    }

    @Test
    void isDoneWithABlobThatWasDeleted() throws InterruptedException {
        send("gone.json");
        run(this::keep);
        assertThat(rows).isEmpty();
        assertThat(poisoned()).isEmpty();
    }

    @Test
    void sendsWhatIsWrongToThePoisonQueue() throws InterruptedException {
        upload("empty.json", "");
        send("empty.json");
        run(this::keep);
        assertThat(poisoned())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"reason\":\"blob \\\"empty.json\\\": there is no record in its 0 bytes\",\"message\":\"{")
                .contains("/blobs/empty.json");
    }

    /** The database is away for the first attempts: nothing is lost, nothing poisoned. */
    @Test
    void comesBackUntilTheDatabaseIsThere() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            upload(i + ".json", TestBlobs.record(i + ".png", TestPng.grey(1, 1, i)));
            send(i + ".json");
        }
        run(image -> {
            if (attempts.incrementAndGet() <= 7) {
                throw UnavailableException.lasting("the row cannot be written (SQL error 40613)", null);
            }
            keep(image);
        });
        assertThat(rows).hasSize(5);
        assertThat(poisoned()).isEmpty();
        assertThat(log).hasSize(7).contains("attempt 1 failed: the row cannot be written (SQL error 40613)");
    }

    @Test
    void givesUpAfterTheLastAttempt() throws InterruptedException {
        upload("a.json", TestBlobs.record("a.png", TestPng.grey(1, 1, 1)));
        send("a.json");
        run(image -> {
            throw UnavailableException.lasting("away", null);
        });
        assertThat(log).containsExactly("attempt 1 failed: away", "attempt 2 failed: away", "attempt 3 failed: away");
        assertThat(poisoned()).singleElement().asString().startsWith("{\"topic\":");
    }

    /** As {@code az storage message put} writes it when nobody encodes it. */
    @Test
    void sendsWhatIsNoBase64ToThePoisonQueue() throws InterruptedException {
        new QueueClientBuilder()
                .endpoint(queue.getQueueUrl())
                .credential(LocalStorage.LOGIN)
                .buildClient()
                .sendMessage("{\"subject\":1}");
        upload("a.json", TestBlobs.record("a.png", TestPng.grey(1, 1, 1)));
        send("a.json");
        run(this::keep);
        assertThat(poisoned()).containsExactly("{\"subject\":1}");
        assertThat(rows).containsOnlyKeys("a.png");
    }

    /** A process that dies takes its message with it until the message is visible again. */
    @Test
    void endsInPoisonWhenTheProcessDiesEachTime() throws InterruptedException {
        send("a.json");
        for (int i = 0; i < 3; i++) {
            queue.receiveMessages(1, SECOND, null, null).forEach(message -> {});
            Thread.sleep(1100);
        }
        upload("a.json", TestBlobs.record("a.png", TestPng.grey(1, 1, 1)));
        run(this::keep);
        assertThat(rows).isEmpty();
        assertThat(poisoned()).hasSize(1);
    }

    /** Two threads come to the table with the same image in the same moment. */
    @Test
    void leavesOneRowOfTwoDeliveriesAtOnce(@TempDir Path folder) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (LocalDatabase database = LocalDatabase.ofFile(folder.resolve("database"))) {
            SqlTable table = new SqlTable(database.source(), new Retries(Retries.Pause.SLEEP));
            ImageHandler handler = new ImageHandler(new BlobContainer(container), Score.PIXEL_SUM, image -> {
                meet(together);
                table.save(image);
            });
            for (int i = 0; i < 20; i++) {
                upload(i + ".json", TestBlobs.record(i + ".png", TestPng.grey(1, 1, i)));
                String event = event(i + ".json");
                Future<?> first = threads.submit(() -> handler.handle(event));
                handler.handle(event);
                first.get();
            }
            assertThat(database.total()).isEqualTo("20 rows, sum 190");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void comesBackWhenTheBlobChangesUnderItsHands() throws IOException {
        upload("large.json", " ".repeat(3 << 20));
        try (Blobs.Blob blob = new BlobContainer(container).open("large.json").orElseThrow()) {
            assertThat(blob.length()).isEqualTo(3 << 20);
            assertThat(blob.content().readNBytes(1000)).hasSize(1000);
            upload("large.json", "{}");
            assertThatThrownBy(() -> blob.content().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void comesBackWhenTheContainerIsNotThere() {
        BlobContainer none = new BlobContainer(container.getServiceClient().getBlobContainerClient("none"));
        assertThatThrownBy(() -> none.open("a.json"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the container none cannot be read");
    }

    @Test
    void readsNoOtherAccount() {
        assertThat(new BlobContainer(container).account()).isEqualTo("devstoreaccount1");
        assertThat(new BlobContainer(container).container()).isEqualTo("images-" + id);
    }

    private void keep(ProcessedImage image) {
        rows.put(image.filename(), image);
    }

    private void upload(String name, String content) {
        container.getBlobClient(name).upload(BinaryData.fromString(content), true);
    }

    private void send(String name) {
        queue.sendMessage(event(name));
    }

    private String event(String name) {
        return Lake.event(container.getBlobContainerName(), name, "", 0);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(ImageTable table) throws InterruptedException {
        ImageHandler handler = new ImageHandler(new BlobContainer(container), Score.PIXEL_SUM, table);
        try (QueueHost host = new QueueHost(queue, poison, handler::handle, LocalCommand.BATCH, SECOND, 3, log::add)) {
            while (!host.isEmpty()) {
                if (host.handleBatch() == 0) {
                    Thread.sleep(100);
                }
            }
        }
    }

    private List<String> poisoned() {
        return poison.peekMessages(32, null, null).stream()
                .map(PeekedMessageItem::getBody)
                .map(BinaryData::toString)
                .toList();
    }

    private static LocalStorage storage() {
        return new LocalStorage(azurite.blobs(), azurite.queues());
    }
}
