package io.terralake.functions.deviceimages.local;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.azurite.Azurite;
import io.terralake.functions.deviceimages.ImageHandler;
import io.terralake.functions.deviceimages.ImageTable;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.deviceimages.TestBlobs;
import io.terralake.functions.deviceimages.png.TestPng;
import io.terralake.functions.deviceimages.storage.BlobContainer;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.UnavailableException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Images of 32 × 32 pixels through Azurite and H2, by the function and by the way of the system that it stands for. */
public final class ImagesBenchmark {
    private static final int IMAGES = 400;
    private static final int ROUNDS = 3;
    private static final Duration VISIBILITY = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BlobContainerClient container;
    private final QueueClient queue;
    private final QueueClient poison;
    private final LocalDatabase database;
    private final String url;
    private final ImageHandler handler;

    private ImagesBenchmark(Azurite azurite, Path folder) throws SQLException {
        String id = UUID.randomUUID().toString();
        LocalStorage storage = new LocalStorage(azurite.blobs(), azurite.queues());
        this.container = storage.container("images-" + id);
        this.queue = storage.queue("queue-" + id);
        this.poison = storage.queue("poison-" + id);
        this.database = LocalDatabase.ofFile(folder.resolve("database"));
        this.handler = handler(new SqlTable(database.source(), new Retries(Retries.Pause.SLEEP)));
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            this.url = connection.getMetaData().getURL();
            statement.execute("CREATE TABLE [dbo].[original] ([id] int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " [filename] varchar(128) NOT NULL, [pixel_count] int NOT NULL)");
        }
    }

    /**
     * Measures, and prints a line for each figure.
     *
     * @param arguments how many messages the backlog has
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target"), "benchmark");
        try (Azurite azurite = Azurite.start(Path.of(""))) {
            ImagesBenchmark benchmark = new ImagesBenchmark(azurite, folder);
            benchmark.upload();
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.printf("round %d, images per second%n", round);
                benchmark.measure("original", benchmark::original);
                benchmark.measure("handler, an image to the blob", benchmark::oneByOne);
                benchmark.measure("handler, 100 images to the blob", benchmark::lines);
                benchmark.measure("queue and handler, 4 at once", benchmark::queued);
            }
            benchmark.backlog(Integer.parseInt(arguments[0]));
            benchmark.database.close();
        }
    }

    private void upload() {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < IMAGES; i++) {
            String record = TestBlobs.record("file:/device/%d.png".formatted(i), image(random)) + "\n";
            put("%d.json".formatted(i), record);
            lines.append(record);
            if (i % 100 == 99) {
                put("lines-%d.json".formatted(i / 100), lines.toString());
                lines.setLength(0);
            }
        }
    }

    private static byte[] image(Random random) {
        int[] rows = IntStream.range(0, 32 * 33)
                .map(i -> i % 33 == 0 ? 0 : random.nextInt(255))
                .toArray();
        return new TestPng().header(32, 32, 8, 0, 0).rows(rows).end().file();
    }

    private void put(String name, String content) {
        container.getBlobClient(name).upload(BinaryData.fromString(content), true);
    }

    /** A step that is measured. */
    private interface Step {
        void run() throws IOException, SQLException, InterruptedException;
    }

    private void measure(String name, Step step) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        step.run();
        System.out.printf("  %-32s %7.1f%n", name, IMAGES * 1e9 / (System.nanoTime() - start));
    }

    /** The whole blob at once, one record, one image in memory, a connection and a statement of text for each; one after the other. */
    private void original() throws IOException, SQLException {
        for (int i = 0; i < IMAGES; i++) {
            JsonNode record = MAPPER.readTree(container
                    .getBlobClient("%d.json".formatted(i))
                    .downloadContent()
                    .toBytes());
            String path = record.path("path").asText();
            Raster image = ImageIO.read(new ByteArrayInputStream(
                            Base64.getDecoder().decode(record.path("content").asText())))
                    .getRaster();
            int sum = IntStream.of(image.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null))
                    .sum();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO [dbo].[original] ([filename], [pixel_count]) VALUES ('%s', %d)"
                        .formatted(path.substring(path.lastIndexOf('/') + 1), sum));
            }
        }
    }

    private void oneByOne() {
        for (int i = 0; i < IMAGES; i++) {
            handler.handle(event("%d.json".formatted(i)));
        }
    }

    private void lines() {
        for (int i = 0; i < IMAGES / 100; i++) {
            handler.handle(event("lines-%d.json".formatted(i)));
        }
    }

    private void queued() throws InterruptedException {
        for (int i = 0; i < IMAGES; i++) {
            queue.sendMessage(event("%d.json".formatted(i)));
        }
        empty(queue, handler);
    }

    /** A blob in Azurite and a message in memory for each image; one in a hundred fails twice, as if the database were away. */
    private void backlog(int messages) throws InterruptedException {
        QueueClient waiting = new MemoryQueue().client();
        for (int i = 0; i < messages; i++) {
            put("%d.json".formatted(i), TestBlobs.record("%d.png".formatted(i), TestPng.grey(1, 1, 1)));
            waiting.sendMessage(event("%d.json".formatted(i)));
        }
        Map<String, List<Double>> attempts = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        empty(waiting, handler(image -> {
            List<Double> times = attempts.computeIfAbsent(image.filename(), name -> new ArrayList<>());
            times.add((System.nanoTime() - start) / 1e9);
            if (image.filename().endsWith("50.png") && times.size() < 3) {
                throw UnavailableException.lasting("away", null);
            }
        }));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("backlog: %d messages in %.1f s, %.1f a second%n", messages, seconds, messages / seconds);
        List<List<Double>> again =
                attempts.values().stream().filter(times -> times.size() > 1).toList();
        for (int attempt = 1; attempt < 3; attempt++) {
            int number = attempt;
            DoubleSummaryStatistics waits = again.stream()
                    .mapToDouble(times -> times.get(number) - times.get(number - 1))
                    .summaryStatistics();
            System.out.printf(
                    "  attempt %d of %d messages: %.1f to %.1f s after the one before, %.1f on average%n",
                    number + 1, waits.getCount(), waits.getMin(), waits.getMax(), waits.getAverage());
        }
        System.out.printf(
                "  last first attempt after %.1f s%n",
                attempts.values().stream()
                        .mapToDouble(times -> times.get(0))
                        .max()
                        .orElseThrow());
        System.out.printf("  in the poison queue: %d%n", poison.getProperties().getApproximateMessagesCountLong());
    }

    private void empty(QueueClient queue, ImageHandler handler) throws InterruptedException {
        try (QueueHost host = new QueueHost(
                queue,
                poison,
                handler::handle,
                LocalCommand.BATCH,
                VISIBILITY,
                LocalCommand.MOST_ATTEMPTS,
                line -> {})) {
            while (host.handleBatch() > 0 || !host.isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    private ImageHandler handler(ImageTable table) {
        return new ImageHandler(new BlobContainer(container), Score.PIXEL_SUM, table);
    }

    private String event(String name) {
        return Lake.event(container.getBlobContainerName(), name, "", 0);
    }
}
