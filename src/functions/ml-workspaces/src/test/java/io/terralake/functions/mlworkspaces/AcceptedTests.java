package io.terralake.functions.mlworkspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import io.terralake.azurite.RunningAzurite;
import io.terralake.emulator.http.Reply;
import io.terralake.functions.http.Response;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.mlworkspaces.storage.BlobRequests;
import io.terralake.functions.testing.QuietLog;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is carried out after its answer: with real blobs and a real queue. */
@ExtendWith(QuietLog.class)
class AcceptedTests {
    private static final int DATASETS = 60;

    @RegisterExtension
    static final RunningAzurite azurite = new RunningAzurite(Path.of("../device-images"));

    @TempDir
    Path folder;

    private final UnsteadyArm arm = new UnsteadyArm("ml-ws-1", "ml-ws-2");
    private LocalStorage storage;
    private QueueClient queue;
    private SendData api;

    @BeforeEach
    void connect() {
        storage = new LocalStorage(azurite.blobs(), azurite.queues());
        queue = storage.queue(RegistrationsHost.QUEUE);
        queue.clearMessages();
        storage.queue(RegistrationsHost.POISON).clearMessages();
        api = new SendData(arm, new BlobRequests(storage.container(RegistrationsHost.QUEUE)));
    }

    @AfterEach
    void askedArmAsItIsPublished() {
        assertThat(arm.violations()).isEmpty();
        arm.close();
    }

    @Test
    void isCarriedOutAndReported() throws InterruptedException {
        String location = accept(Requests.ORIGINAL);
        Response running = api.get(location, SendData.FACTORY);
        assertThat(running.status()).isEqualTo(202);
        assertThat(running.headers()).containsEntry("Location", location).containsEntry("Retry-After", "5");

        assertThat(handle()).isEqualTo(1);
        Response over = api.get(location, SendData.FACTORY);
        assertThat(over.status()).isEqualTo(200);
        assertThat(SendData.items(over)).hasSize(6).contains("ml-ws-2 dataset sales_dataset created version 1");
    }

    @Test
    void tellsWhatFailed() throws InterruptedException {
        arm.fault(request -> request.path().contains("ml-ws-1")
                ? Optional.of(Reply.error(403, "AuthorizationFailed", "no"))
                : Optional.empty());
        String location = accept(Requests.ORIGINAL);
        handle();
        assertThat(api.get(location, SendData.FACTORY).status()).isEqualTo(207);
    }

    /** Whether there is such a request is nobody else's business. */
    @Test
    void foreignRequestsAreNotShown() throws InterruptedException {
        String location = accept(Requests.BARE);
        String id = api.queue.get(0);
        for (int i = 0; i < 2; i++) {
            Response foreign = api.get(location, SendData.OTHER);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(new String(foreign.body())).isEqualTo("""
                    {"type":"about:blank","title":"Not Found","status":404,\
                    "detail":"there is no /send_data/%s of yours"}""", id);
            handle();
        }
        String none = "/send_data/" + UUID.randomUUID();
        assertThat(api.get(none, SendData.OTHER).status()).isEqualTo(404);
    }

    @Test
    void aMessageThatComesTwiceDoesNothingMore() throws InterruptedException {
        accept(Requests.BARE);
        queue.sendMessage(api.queue.get(0));
        handle();
        arm.forgetCalls();
        assertThat(handle()).isEqualTo(1);
        assertThat(arm.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "{}", "11111111-2222-3333-4444-555555555555"})
    void aMessageThatIsNoRequestGoesToThePoisonQueue(String message) throws InterruptedException {
        queue.sendMessage(message);
        handle();
        String why = message.startsWith("1")
                ? "there is no request 11111111-2222-3333-4444-555555555555"
                : "\\\"%s\\\" is no id of a request".formatted(message);
        assertThat(storage.queue(RegistrationsHost.POISON).receiveMessage().getBody())
                .hasToString("{\"reason\":\"%s\",\"message\":\"%s\"}".formatted(why, message));
        assertThat(queue.peekMessage()).isNull();
    }

    /** Between its acceptance and its run a workspace was taken out of the settings. */
    @Test
    void whatIsNotAllowedAnyMoreIsNotDone() throws InterruptedException {
        String location = accept(Requests.ORIGINAL);
        AcceptedHandler narrower = new AcceptedHandler(
                api.registrar(UnsteadyArm.workspace("ml-ws-1")),
                new BlobRequests(storage.container(RegistrationsHost.QUEUE)));
        try (QueueHost host = RegistrationsHost.host(storage, queue, narrower)) {
            host.handleBatch();
        }
        assertThat(arm.calls()).isEmpty();
        assertThat(new String(api.get(location, SendData.FACTORY).body())).isEqualTo("""
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the body names targets that are not allowed"}""");
    }

    /** SIGKILL in the middle: the next instance goes on, under the same time, and makes nothing twice. */
    @Test
    @Timeout(120)
    void goesOnAfterItWasKilled() throws Exception {
        String sets = IntStream.range(0, DATASETS)
                .mapToObj("{\"dataset_name\": \"set%1$d\", \"dataset_path\": \"%1$d.csv\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        String location = accept(
                Requests.BARE.replace("{\"dataset_name\": \"sales\", \"dataset_path\": \"sales/sales.csv\"}", sets));
        arm.latency(100);
        Process first = host();
        try {
            while (versions() < 5) {
                assertThat(first.isAlive()).as("the host ended early").isTrue();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } finally {
            first.destroyForcibly().waitFor();
        }
        long done = versions();
        assertThat(done).isLessThan(DATASETS);
        assertThat(api.get(location, SendData.FACTORY).status()).isEqualTo(202);

        Process second = host();
        try {
            while (api.get(location, SendData.FACTORY).status() == 202) {
                assertThat(second.isAlive()).as("the host ended early").isTrue();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } finally {
            second.destroyForcibly().waitFor();
        }
        Response over = api.get(location, SendData.FACTORY);
        assertThat(over.status()).isEqualTo(200);
        assertThat(SendData.items(over))
                .filteredOn(item -> item.contains(" dataset "))
                .hasSize(DATASETS)
                .allMatch(item -> item.endsWith(" created version 1"));
        assertThat(versions()).isEqualTo(DATASETS);
        assertThat(arm.state().values().stream()
                        .map(version -> version.at("/tags/timestamp").asText(""))
                        .filter(time -> !time.isEmpty())
                        .distinct())
                .containsExactly(SendData.json(over).path("timestamp").asText());
    }

    private String accept(String body) {
        api.tick();
        Response response = api.send(
                SendData.post(SendData.with(SendData.headers(SendData.FACTORY), "prefer", "respond-async"), body));
        assertThat(response.status()).isEqualTo(202);
        queue.sendMessage(api.queue.get(api.queue.size() - 1));
        return response.headers().get("Location");
    }

    private int handle() throws InterruptedException {
        try (QueueHost host = RegistrationsHost.host(storage, queue, api.handler())) {
            return host.handleBatch();
        }
    }

    private long versions() {
        return arm.state().keySet().stream()
                .filter(id -> id.contains("/versions/"))
                .count();
    }

    private Process host() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arm.trusted(folder));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RegistrationsHost.class.getName(),
                azurite.blobs().toString(),
                azurite.queues().toString(),
                arm.endpoint(),
                UnsteadyArm.workspace("ml-ws-1")));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
