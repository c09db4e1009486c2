package io.terralake.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.Jvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopTests {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path state;

    @BeforeEach
    void state() {
        state = folder.resolve("azure.jsonl");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int start(String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(more, 0, all, 3, more.length);
        all[0] = "start";
        all[1] = "--state";
        all[2] = state.toString();
        return run(all);
    }

    private int stop() {
        return run("stop", "--state", state.toString());
    }

    private Map<String, String> variables() {
        return out.toString()
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }

    @Test
    void oneThatWasStartedGoesOnUntilItIsStopped() throws IOException {
        assertThat(start("--format", "env", "--propagation", "3")).isZero();
        try {
            int port = Integer.parseInt(variables().get("ARM_METADATA_HOSTNAME").split(":")[1]);
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            assertThat(Path.of(variables().get("SSL_CERT_FILE"))).exists();
            assertThat(start()).isEqualTo(2);
            assertThat(err.toString()).contains("an emulator with --state %s runs already, process ".formatted(state));
            ProcessHandle process =
                    ProcessHandle.of(Running.of(state).orElseThrow().pid()).orElseThrow();
            assertThat(process.info().arguments().orElseThrow()).containsSequence("--propagation", "3");
        } finally {
            assertThat(stop()).isZero();
        }
        assertThat(state).exists();
        assertThat(Path.of(state + ".running")).doesNotExist();
        assertThat(stop()).isEqualTo(1);
        assertThat(err.toString()).endsWith("no emulator with --state %s runs%n".formatted(state));
    }

    @Test
    void variablesOfTheUserAreTakenOut() throws IOException, InterruptedException {
        ProcessBuilder start = Jvm.of(Main.class, "start", "--state", state.toString());
        start.environment().put("AZURE_CLIENT_SECRET", "mine");
        String printed = Jvm.output(start.start());
        assertThat(stop()).isZero();
        assertThat(printed).contains("unset AZURE_CLIENT_SECRET\n", "export ARM_CLIENT_SECRET='emulated'\n");
    }

    @Test
    void stopSaysWhatNothingAnswered() throws IOException {
        assertThat(start("--format", "env")).isZero();
        int proxy = Integer.parseInt(variables().get("HTTPS_PROXY").replaceFirst(".*:", ""));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy)) {
            socket.getOutputStream()
                    .write("CONNECT example.com:443 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } finally {
            assertThat(stop()).isZero();
        }
        assertThat(err).hasToString("not emulated: CONNECT https://example.com%n".formatted());
        assertThat(Running.log(state)).doesNotExist();
    }

    @Test
    void oneThatWasKilledIsForgottenAndStartedAgain() throws IOException {
        assertThat(start()).isZero();
        ProcessHandle killed =
                ProcessHandle.of(Running.of(state).orElseThrow().pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        assertThat(stop()).isEqualTo(1);
        assertThat(start()).isZero();
        assertThat(stop()).isZero();
    }

    @Test
    void aProcessThatGotTheNumberOfAKilledOneIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (Emulator azure = Emulator.start(new EmulatorOptions(0, state, Set.of(), Duration.ZERO))) {
            new Running(other.pid(), azure.environment()).write(state);
            assertThat(stop()).isEqualTo(1);
        } finally {
            assertThat(stop()).isEqualTo(1);
            assertThat(other.isAlive()).isTrue();
            other.destroy();
        }
    }

    @Test
    void whatKeepsItFromStartingIsSaid() throws IOException {
        try (Emulator first = Emulator.start(new EmulatorOptions(0, state, Set.of(), Duration.ZERO))) {
            assertThat(start()).isEqualTo(2);
            assertThat(err.toString()).startsWith("state file %s is in use by another emulator".formatted(state));
            state = folder.resolve("other.jsonl");
            err.getBuffer().setLength(0);
            assertThat(start("--port", Integer.toString(first.port()))).isEqualTo(2);
            assertThat(err.toString()).startsWith("port %d of 127.0.0.1 is taken".formatted(first.port()));
        }
        err.getBuffer().setLength(0);
        state = folder.resolve("no/such/folder.jsonl");
        assertThat(start()).isEqualTo(2);
        assertThat(err).hasToString("state file %s: its folder does not exist%n".formatted(state));
        assertThat(stop()).isEqualTo(1);
        assertThat(out).hasToString("");
    }

    @Test
    void wrongCommandLinesSayWhatIsRight() throws IOException {
        assertThat(run("start")).isEqualTo(2);
        assertThat(err.toString()).contains("--state is missing: stop finds the emulator by it");
        Files.writeString(Running.file(state), "my notes");
        assertThat(stop()).isEqualTo(2);
        assertThat(err.toString()).endsWith("%s.running is no file of an emulator: delete it%n".formatted(state));
    }
}
