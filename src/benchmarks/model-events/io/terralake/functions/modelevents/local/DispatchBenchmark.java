package io.terralake.functions.modelevents.local;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.azure.storage.queue.QueueClient;
import io.terralake.azurite.Azurite;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.modelevents.EventHandler;
import io.terralake.functions.modelevents.Filters;
import io.terralake.functions.modelevents.TestEvents;
import io.terralake.functions.modelevents.github.GitHub;
import io.terralake.functions.modelevents.github.GitHubDouble;
import io.terralake.functions.modelevents.github.Login;
import io.terralake.functions.modelevents.storage.BlobClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Events from Azurite's queue, with claims in its blobs, to a double of GitHub that takes its time. */
public final class DispatchBenchmark {
    private static final int LATENCY = 50;
    private static final int ROUNDS = 3;
    private static final int[] AT_ONCE = {1, LocalCommand.BATCH, 32};
    private static final Duration VISIBILITY = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger("io.terralake.functions");

    private final LocalStorage storage;
    private final GitHubDouble gitHub;
    private final int events;

    private DispatchBenchmark(Azurite azurite, GitHubDouble gitHub, int events) {
        this.storage = new LocalStorage(azurite.blobs(), azurite.queues());
        this.gitHub = gitHub;
        this.events = events;
    }

    /**
     * Measures, and prints a line for each figure.
     *
     * @param arguments how many events there are
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LOG.setLevel(Level.WARNING);
        Path folder = Files.createTempDirectory(Path.of("target"), "benchmark");
        try (Azurite azurite = Azurite.start(Path.of("../device-images"));
                GitHubDouble gitHub = GitHubDouble.start(folder)) {
            DispatchBenchmark benchmark = new DispatchBenchmark(azurite, gitHub, Integer.parseInt(arguments[0]));
            for (int round = 1; round <= ROUNDS; round++) {
                double one = 0;
                for (int atOnce : AT_ONCE) {
                    double seconds = benchmark.dispatch(atOnce);
                    one = one == 0 ? seconds : one;
                    System.out.printf(
                            "round %d, %2d at once: %5.1f s, %5.1f events a second, %4.1f times as fast%n",
                            round, atOnce, seconds, benchmark.events / seconds, one / seconds);
                }
            }
        }
    }

    private double dispatch(int atOnce) throws InterruptedException {
        gitHub.server().resetAll();
        gitHub.server()
                .stubFor(post(GitHubDouble.DISPATCHES)
                        .willReturn(aResponse().withStatus(204).withFixedDelay(LATENCY)));
        String run = UUID.randomUUID().toString();
        QueueClient queue = storage.queue("queue-" + run);
        for (int i = 0; i < events; i++) {
            queue.sendMessage(TestEvents.runCompleted("%s-%d".formatted(run, i)));
        }
        EventHandler handler = new EventHandler(
                Filters.NONE,
                new BlobClaims(storage.container("claims-" + run)),
                new GitHub(gitHub.rest(), GitHubDouble.REPOSITORY, Login.of("token"), InstantSource.system()),
                new Retries(Retries.Pause.SLEEP));
        long start = System.nanoTime();
        try (QueueHost host = new QueueHost(
                queue,
                storage.queue("poison-" + run),
                handler::handle,
                atOnce,
                VISIBILITY,
                LocalCommand.MOST_ATTEMPTS,
                System.out::println)) {
            while (host.handleBatch() > 0 || !host.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (gitHub.asked() != events || new HashSet<>(gitHub.taken()).size() != events) {
            throw new IllegalStateException("%d dispatches of %d events".formatted(gitHub.asked(), events));
        }
        return seconds;
    }
}
