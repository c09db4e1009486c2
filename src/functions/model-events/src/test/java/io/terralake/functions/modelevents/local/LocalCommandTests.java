package io.terralake.functions.modelevents.local;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import io.terralake.azurite.RunningAzurite;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.modelevents.TestEvents;
import io.terralake.functions.modelevents.github.GitHubDouble;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program as it is run, and killed. */
@ExtendWith(QuietLog.class)
class LocalCommandTests {
    private static final long MINUTE = 60_000;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningAzurite azurite = new RunningAzurite(Path.of("../device-images"));

    private static GitHubDouble gitHub;

    private final String id = UUID.randomUUID().toString();

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

    /** The example of docs/model-events.md. */
    @Test
    void printsWhatGitHubWouldBeTold() throws IOException {
        String guide = Files.readString(Path.of("../../../docs/model-events.md"));
        String shown = guide.substring(guide.indexOf("{\"event_type\""));
        String[] arguments = arguments("--event", "src/main/local/event.json", "--once");
        assertThat(run(Map.of(), arguments)).isEqualTo("0 " + shown.substring(0, shown.indexOf('\n') + 1));
        assertThat(run(Map.of(), arguments)).isEqualTo("0 ");
    }

    /** GitHub has the dispatch, the process has no answer yet: it dies, and the message comes back. */
    @Test
    void dispatchesOnceAlthoughItIsKilledBeforeTheAnswer() throws IOException, InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(204).withFixedDelay((int) MINUTE));
        queue().sendMessage(TestEvents.runCompleted(id));
        kill(program());
        gitHub.answerRuns("Deploy " + id);

        finish(program("--once"));
        assertThat(gitHub.asked()).isOne();
        assertThat(gitHub.taken()).hasSize(1);
        gitHub.server().verify(1, getRequestedFor(urlPathEqualTo(GitHubDouble.RUNS)));
        assertThat(state()).containsEntry("state", "done");
    }

    /** GitHub never got it: the process that comes after asks, and dispatches. */
    @Test
    void dispatchesWhatWasLostWithTheProcess() throws IOException, InterruptedException {
        gitHub.answerDispatches(aResponse().withStatus(500).withFixedDelay((int) MINUTE));
        queue().sendMessage(TestEvents.runCompleted(id));
        kill(program());
        assertThat(state()).containsEntry("state", "dispatching");

        finish(program("--once"));
        assertThat(gitHub.asked()).isEqualTo(2);
        assertThat(gitHub.taken()).hasSize(1);
        assertThat(state()).containsEntry("state", "done");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --visibility=0              | --visibility 0 is not allowed: 1 to 604,800 seconds, which are seven days
            --visibility=604801         | --visibility 604801 is not allowed: 1 to 604,800 seconds, which are seven days
            --event=none.json           | --event none.json cannot be read
            --filters=[]                | EVENTS_FILTERS is "[]": a JSON object is allowed
            --repository=models         | --repository models needs a token in GITHUB_TOKEN
            --storage=http://example:1  | --storage http://example:1 is not allowed: Azurite's address such as http://127.0.0.1:10000
            """)
    void saysWhatIsWrong(String argument, String message) {
        assertThat(run(Map.of(), argument)).isEqualTo("2 " + message + "\n");
    }

    @Test
    void wantsARepositoryAndHttps() {
        Map<String, String> token = Map.of("GITHUB_TOKEN", "a");
        assertThat(run(token, arguments("--repository", "models")))
                .isEqualTo("2 the repository is \"models\": <owner>/<name> is allowed\n");
        assertThat(run(token, arguments("--repository", "a/b", "--github", "http://127.0.0.1:1")))
                .isEqualTo("2 the address of GitHub is \"http://127.0.0.1:1\": an https address is allowed\n");
    }

    private static String run(Map<String, String> environment, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = LocalCommand.commandLine(environment)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        return "%d %s".formatted(line.execute(arguments), said);
    }

    private static String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--storage",
                azurite.blobs().toString(),
                "--queues",
                azurite.queues().toString(),
                "--visibility",
                "2"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** One of its own, in a JVM that trusts what stands for GitHub. */
    private static Process program(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(gitHub.trust());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalCommand.class.getName()));
        command.addAll(List.of(
                "--repository",
                GitHubDouble.REPOSITORY,
                "--github",
                gitHub.address().toString()));
        command.addAll(List.of(arguments(more)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GITHUB_TOKEN", "secret-token");
        return builder.start();
    }

    /** When GitHub has heard of the event. */
    private static void kill(Process program) throws InterruptedException {
        while (program.isAlive() && gitHub.asked() == 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(gitHub.asked()).isOne();
        program.destroyForcibly().waitFor();
    }

    private static void finish(Process program) throws InterruptedException {
        boolean ended = program.waitFor(3 * MINUTE, TimeUnit.MILLISECONDS);
        program.destroyForcibly().waitFor();
        assertThat(ended && program.exitValue() == 0).isTrue();
    }

    private static LocalStorage storage() {
        return new LocalStorage(azurite.blobs(), azurite.queues());
    }

    private static QueueClient queue() {
        return storage().queue("model-events");
    }

    private Map<String, String> state() {
        return storage()
                .container("model-events")
                .getBlobClient("events/%s.json".formatted(id))
                .getProperties()
                .getMetadata();
    }
}
