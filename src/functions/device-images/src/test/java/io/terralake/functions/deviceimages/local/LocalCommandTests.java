package io.terralake.functions.deviceimages.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import io.terralake.azurite.Azurite;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@ExtendWith(QuietLog.class)
class LocalCommandTests {
    private static Azurite azurite;

    @TempDir
    private Path folder;

    private record Outcome(int code, String output, String errors) {}

    /** Skips what needs it where it cannot be installed, and nothing else. */
    private static void startAzurite() throws IOException, InterruptedException {
        if (azurite == null) {
            azurite = Azurite.start(Path.of(""));
        }
    }

    @AfterAll
    static void stop() {
        if (azurite != null) {
            azurite.close();
        }
    }

    @AfterEach
    void empty() {
        if (azurite != null) {
            storage().container("images").delete();
            storage().container("image-events-sent").delete();
            storage().queue("image-events").delete();
        }
    }

    @Test
    void takesEveryFileOnce() throws IOException, InterruptedException {
        startAzurite();
        Stream.write(folder, 20);
        String[] arguments = arguments("--once").toArray(String[]::new);
        Outcome first = run(arguments);
        assertThat(first).isEqualTo(new Outcome(0, "20 rows, sum 190\n", ""));
        // There is nothing new.
        assertThat(run(arguments)).isEqualTo(first);
    }

    @Test
    void leavesTheSameRowsOfTwoDeliveries() throws IOException, InterruptedException {
        startAzurite();
        Stream.write(folder, 20);
        assertThat(run(arguments("--once", "--twice").toArray(String[]::new)))
                .isEqualTo(new Outcome(0, "20 rows, sum 190\n", ""));
    }

    /** Killed while it works, and started again. */
    @Test
    void goesOnAfterAKill() throws IOException, InterruptedException {
        startAzurite();
        Stream.write(folder, 100);
        Process killed = start(arguments("--twice", "--visibility", "2"));
        // Some of the 200 messages are done, and most are not.
        QueueClient queue = storage().queue("image-events");
        while (killed.isAlive() && !(sent() && count(queue) < 190)) {
            Thread.sleep(20);
        }
        assertThat(killed.isAlive()).isTrue();
        killed.destroyForcibly().waitFor();
        assertThat(count(queue)).isPositive();
        assertThat(run(arguments("--once", "--visibility", "2").toArray(String[]::new)))
                .isEqualTo(new Outcome(0, "100 rows, sum 4950\n", ""));
    }

    @Test
    void wantsFolderAndDatabase() {
        assertThat(run().errors()).startsWith("Missing required option: '--images=<images>'");
        assertThat(run("--images", "none", "--database", "x"))
                .isEqualTo(new Outcome(2, "", "--images \"none\" is no folder: the job image-upload writes it\n"));
        assertThat(run("--images", "src", "--database", "x", "--url", "y").errors())
                .startsWith("Error: --database=<file>, --url=<url> are mutually exclusive (specify only one)");
        assertThat(run("--images", "src", "--database", "x", "--visibility", "0"))
                .isEqualTo(new Outcome(
                        2, "", "--visibility 0 is not allowed: 1 to 604,800 seconds, which are seven days\n"));
        assertThat(run("--images", "src", "--database", "x", "--visibility", "604801")
                        .errors())
                .isEqualTo("--visibility 604801 is not allowed: 1 to 604,800 seconds, which are seven days\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1:10000",
                "https://127.0.0.1:10000",
                "http://127.0.0.1",
                "http://127.0.0.1.evil.example:10000",
                "x"
            })
    void talksToThisMachineOnly(String address) {
        assertThat(run("--images", "src", "--database", "x", "--storage", address))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--storage %s is not allowed: Azurite's address such as http://127.0.0.1:10000\n"
                                .formatted(address)));
        assertThat(run("--images", "src", "--database", "x", "--queues", address)
                        .errors())
                .startsWith("--queues %s is not allowed".formatted(address));
    }

    @Test
    void helps() {
        assertThat(run("--help").output()).contains("--once", "--twice", "--visibility", "default: 10");
    }

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--images", folder.toString(),
                "--storage", azurite.blobs().toString(),
                "--queues", azurite.queues().toString(),
                "--database", folder.resolve("database").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalCommand.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static boolean sent() {
        return storage().container("image-events-sent").listBlobs().stream().count() == 100;
    }

    private static long count(QueueClient queue) {
        return queue.getProperties().getApproximateMessagesCountLong();
    }

    private static Outcome run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line =
                LocalCommand.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
        return new Outcome(line.execute(arguments), output.toString(), errors.toString());
    }

    private static LocalStorage storage() {
        return new LocalStorage(azurite.blobs(), azurite.queues());
    }
}
