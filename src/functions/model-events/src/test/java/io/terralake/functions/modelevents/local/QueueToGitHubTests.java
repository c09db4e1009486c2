package io.terralake.functions.modelevents.local;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import io.terralake.azurite.RunningAzurite;
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
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a real queue to a server that stands for GitHub, with claims in real blobs. */
@ExtendWith(QuietLog.class)
class QueueToGitHubTests {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningAzurite azurite = new RunningAzurite(Path.of("../device-images"));

    private static GitHubDouble gitHub;

    private final String id = UUID.randomUUID().toString();
    private final LocalStorage storage = new LocalStorage(azurite.blobs(), azurite.queues());
    private final BlobContainerClient container = storage.container("claims-" + id);
    private final QueueClient queue = storage.queue("queue-" + id);
    private final QueueClient poison = storage.queue("poison-" + id);
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        gitHub = GitHubDouble.start(folder);
    }

    @AfterAll
    static void stop() {
        if (gitHub != null) {
            gitHub.close();
        }
    }

    @BeforeEach
    void reset() {
        gitHub.server().resetAll();
        gitHub.answerRuns();
    }

    @Test
    void aMessageIsOneCorrectDispatch() throws InterruptedException {
        gitHub.answerDispatches();
        queue.sendMessage(TestEvents.runCompleted("a-1"));
        run();
        assertThat(gitHub.taken()).containsExactly("""
                {"event_type":"machinelearningservices-runcompleted","client_payload":{"data":{"experimentName":"train",\
                "runId":"blue_sky_1"},"event_source":"MachineLearningServices","integration":true,"unit":false,"id":"a-1",\
                "subject":"experiments/0fa9dfaa-cba3-4fa7-b590-23e48548f5c1/runs/blue_sky_1",\
                "time":"2017-06-26T18:41:00.9584103Z"}}""");
        assertThat(gitHub.asked()).isOne();
        assertThat(poisoned()).isEmpty();
        assertThat(container.getBlobClient("events/a-1.json").getProperties().getMetadata())
                .containsEntry("state", "done");
    }

    /** At once, and once more when it is done. */
    @Test
    void threeDeliveriesAreOneDispatch() throws InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(204).withFixedDelay(500));
        for (int i = 0; i < 3; i++) {
            queue.sendMessage(TestEvents.runCompleted("a-1"));
        }
        run();
        queue.sendMessage(TestEvents.runCompleted("a-1"));
        run();
        assertThat(gitHub.asked()).isOne();
        assertThat(poisoned()).isEmpty();
    }

    @Test
    void fiftyEventsInAnyOrderAndTwiceAreFiftyDispatches() throws InterruptedException {
        gitHub.answerDispatches();
        IntStream.range(0, 100).forEach(i -> queue.sendMessage(TestEvents.runCompleted("a-" + i % 50)));
        run();
        assertThat(gitHub.taken()).hasSize(50).doesNotHaveDuplicates();
        assertThat(gitHub.asked()).isEqualTo(50);
        assertThat(poisoned()).isEmpty();
    }

    @Test
    void twoBadGatewaysAreOneDispatch() throws InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(502), aResponse().withStatus(502));
        queue.sendMessage(TestEvents.runCompleted("a-1"));
        run();
        assertThat(gitHub.taken()).hasSize(1);
        assertThat(gitHub.asked()).isEqualTo(3);
        gitHub.server().verify(2, getRequestedFor(urlPathEqualTo(GitHubDouble.RUNS)));
        assertThat(log).containsExactly("attempt 1 failed: GitHub answers 502", "attempt 2 failed: GitHub answers 502");
        assertThat(poisoned()).isEmpty();
    }

    /** GitHub did it all the same, and says so when it is asked. */
    @Test
    void aBadGatewayThatDidItIsNotRepeated() throws InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(502));
        gitHub.answerRuns("train (a-1)");
        queue.sendMessage(TestEvents.runCompleted("a-1"));
        run();
        assertThat(gitHub.asked()).isOne();
        assertThat(container.getBlobClient("events/a-1.json").getProperties().getMetadata())
                .containsEntry("state", "done");
    }

    @Test
    void aRateLimitIsWaitedFor() throws InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        queue.sendMessage(TestEvents.runCompleted("a-1"));
        run();
        assertThat(gitHub.taken()).hasSize(1);
        assertThat(log).isEmpty();
    }

    @Test
    void whatGitHubRefusesIsPoisonAndCanBeBroughtBack() throws InterruptedException {
        gitHub.answerDispatches(
                aResponse().withStatus(422).withBody("{\"message\":\"Invalid request: secret-token\"}"));
        String event = TestEvents.runCompleted("a-1");
        queue.sendMessage(event);
        run();
        assertThat(poisoned())
                .containsExactly("{\"reason\":\"GitHub answers 422: \\\"Invalid request: ***\\\"\",\"message\":\"%s\"}"
                        .formatted(event.replace("\"", "\\\"")));
        assertThat(log).isEmpty();
        queue.sendMessage(event);
        run();
        assertThat(gitHub.taken()).hasSize(1);
    }

    @Test
    void whatIsFilteredOrWrongIsNotDispatched() throws InterruptedException {
        gitHub.answerDispatches();
        queue.sendMessage(TestEvents.run("a-1", "RunCompleted", "\"experimentName\":\"other\""));
        queue.sendMessage(TestEvents.run("a-2", "RunCompleted", "\"runType\":\"azureml.StepRun\""));
        queue.sendMessage(TestEvents.blob("BlobCreated", "training", "../a"));
        queue.sendMessage("no");
        run();
        assertThat(gitHub.asked()).isZero();
        assertThat(poisoned()).hasSize(2);
        assertThat(container.listBlobs()).isEmpty();
    }

    private void run() throws InterruptedException {
        EventHandler handler = new EventHandler(
                Filters.of("{\"experiments\":[\"train\"]}"),
                new BlobClaims(container),
                new GitHub(gitHub.rest(), GitHubDouble.REPOSITORY, Login.of("secret-token"), InstantSource.system()),
                new Retries(Retries.Pause.SLEEP));
        try (QueueHost host = new QueueHost(queue, poison, handler::handle, LocalCommand.BATCH, SECOND, 30, log::add)) {
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
}
