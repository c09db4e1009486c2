package io.terralake.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTests {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void aCommandRunsWithTheVariablesAndItsExitCodeIsOurs() throws IOException {
        Path seen = folder.resolve("seen");
        assertThat(run("exec", "--", "sh", "-c", "echo $ARM_METADATA_HOSTNAME > '%s'; exit 7".formatted(seen)))
                .isEqualTo(7);
        assertThat(Files.readString(seen)).matches("localhost:\\d+\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void wrongCommandLinesSayWhatIsRight() throws IOException {
        assertThat(run("exec", "--", "no-such-program")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no-such-program cannot be started: ");
        assertThat(run("exec", "--allow", "ScopeLock", "--", "true")).isEqualTo(2);
        assertThat(err.toString()).contains("--allow \"ScopeLock\" is not allowed: one of [ResourceGroupNotFound, ");
        assertThat(run("exec")).isEqualTo(2);
        assertThat(run("start")).isEqualTo(2);
        assertThat(err.toString()).contains("--state is missing: stop finds the emulator by it");
        assertThat(run("stop", "--state", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no emulator with --state %s runs".formatted(folder.resolve("none")));
        try (Emulator first = Emulator.start(EmulatorOptions.defaults())) {
            assertThat(run("exec", "--port", Integer.toString(first.port()), "--", "true"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("port %d of 127.0.0.1 is taken".formatted(first.port()));
        }
    }

    @Test
    void oneThatWasStartedGoesOnUntilItIsStopped() throws IOException {
        String state = folder.resolve("azure.jsonl").toString();
        assertThat(run("start", "--state", state, "--format", "env")).isEqualTo(0);
        try {
            Map<String, String> variables = out.toString()
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            int port = Integer.parseInt(variables.get("ARM_METADATA_HOSTNAME").split(":")[1]);
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            assertThat(Path.of(variables.get("SSL_CERT_FILE"))).exists();
            assertThat(run("start", "--state", state)).isEqualTo(2);
            assertThat(err.toString()).contains("an emulator with --state %s runs already, process ".formatted(state));
        } finally {
            assertThat(run("stop", "--state", state)).isEqualTo(0);
        }
        assertThat(Path.of(state)).exists();
        assertThat(Path.of(state + ".running")).doesNotExist();
        assertThat(run("stop", "--state", state)).isEqualTo(1);
    }

    @Test
    void theDocumentedRefusalsAreThoseOfTheCode() throws IOException {
        assertThat(run("refusals")).isEqualTo(0);
        assertThat(Files.readString(Path.of("../../docs/emulator.md"))).contains(out.toString());
    }

    @Test
    void theDocumentedTypesAreThoseOfTheCode() throws IOException {
        assertThat(run("types")).isEqualTo(0);
        assertThat(Files.readString(Path.of("../../docs/emulator.md"))).contains(out.toString());
    }
}
