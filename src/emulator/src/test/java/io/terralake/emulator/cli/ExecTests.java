package io.terralake.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.terralake.emulator.Jvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecTests {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int exec(String... command) {
        String[] all = new String[command.length + 2];
        System.arraycopy(command, 0, all, 2, command.length);
        all[0] = "exec";
        all[1] = "--";
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all);
    }

    @Test
    void aCommandRunsWithTheVariablesAndItsExitCodeIsOurs() throws IOException {
        Path seen = folder.resolve("seen");
        assertThat(exec("sh", "-c", "echo $ARM_METADATA_HOSTNAME > '%s'; exit 7".formatted(seen)))
                .isEqualTo(7);
        assertThat(seen).content().matches("localhost:\\d+\n");
        assertThat(err).hasToString("");
    }

    @Test
    void whatCannotBeStartedIsSaid() throws IOException {
        assertThat(exec("no-such-program", "apply")).isEqualTo(127);
        Path text = Files.writeString(folder.resolve("text"), "no program");
        assertThat(exec(text.toString())).isEqualTo(127);
        assertThat(err).hasToString("""
                        "no-such-program" cannot be started: No such file or directory
                        "%s" cannot be started: Permission denied
                        """.formatted(text));
    }

    @Test
    void variablesOfTheUserLeadNobodyOut() throws IOException, InterruptedException {
        ProcessBuilder exec = Jvm.of(Main.class, "exec", "--", "env");
        exec.environment()
                .putAll(Map.of(
                        "ARM_CLIENT_ID", "mine",
                        "ARM_USE_OIDC", "mine",
                        "AZURE_CLIENT_SECRET", "mine",
                        "DATABRICKS_HOST", "mine",
                        "IDENTITY_ENDPOINT", "mine",
                        "HTTP_PROXY", "mine",
                        "https_proxy", "mine",
                        "No_Proxy", "mine",
                        "all_proxy", "mine",
                        "TF_LOG", "kept"));
        Process process = exec.start();
        String variables = Jvm.output(process);
        assertThat(process.waitFor()).isZero();
        assertThat(variables)
                .doesNotContain("=mine")
                .contains("TF_LOG=kept")
                .containsPattern("(?m)^https_proxy=http://127.0.0.1:\\d+$")
                .contains("ARM_CLIENT_ID=00000000-0000-0000-0000-000000000003");
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalReachesTheCommandAndTheEmulatorOutlivesIt(String signal) throws IOException, InterruptedException {
        assumeThat(isHeard(signal))
                .as("a shell's job in the background hears no " + signal)
                .isTrue();
        Path port = folder.resolve("port");
        String script =
                "trap 'echo got %s; while [ ! -e end ]; do sleep 0.1; done; exit 5' %s;".formatted(signal, signal)
                        + " echo $ARM_METADATA_HOSTNAME > begin; mv begin port; while true; do sleep 0.1; done";
        Process exec = Jvm.of(Main.class, "exec", "--", "sh", "-c", script)
                .directory(folder.toFile())
                .start();
        while (!Files.exists(port)) {
            assertThat(exec.isAlive()).isTrue();
            Thread.sleep(50);
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(exec.pid()))
                .start()
                .waitFor();
        assertThat(exec.inputReader().readLine()).isEqualTo("got " + signal);
        new Socket(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(Files.readString(port).strip().split(":")[1]))
                .close();
        Files.createFile(folder.resolve("end"));
        assertThat(exec.waitFor()).isEqualTo(5);
    }

    /** What is ignored from the start on, nobody can listen to. */
    private static boolean isHeard(String signal) throws IOException {
        Process shell =
                new ProcessBuilder("sh", "-c", "trap 'echo heard' %s; kill -%s $$".formatted(signal, signal)).start();
        return Jvm.output(shell).startsWith("heard");
    }
}
