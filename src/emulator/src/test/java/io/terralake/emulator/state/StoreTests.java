package io.terralake.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Jvm;
import io.terralake.emulator.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTests {
    private static final String LINES = """
            {"space":"RESOURCES","key":"/a","json":{"name":"Käse"}}
            {"space":"RESOURCES","key":"/b","json":{"name":"b"}}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("azure.jsonl");
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        Files.writeString(file, LINES);
        try (Store store = Store.in(file)) {
            store.put(Space.SECRETS, "/a", named("a"));
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    assertThat(Files.getPosixFilePermissions(each))
                            .as(each.toString())
                            .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
                }
            }
        }
    }

    @Test
    void aFileIsForOneAtATime() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), Files.writeString(file, LINES));
        String taken = "state file %s is in use by another emulator, process %d: stop that one, or name another file"
                .formatted(file.toRealPath(), ProcessHandle.current().pid());
        try (Store store = Store.in(file)) {
            for (Path name : new Path[] {file, link}) {
                assertThatThrownBy(() -> Store.in(name))
                        .isInstanceOf(IOException.class)
                        .hasMessage(taken);
                Process other = Jvm.of(Main.class, "exec", "--state", name.toString(), "--", "true")
                        .start();
                assertThat(Jvm.output(other)).isEqualTo(taken + System.lineSeparator());
                assertThat(other.waitFor()).isEqualTo(2);
            }
            store.put(Space.RESOURCES, "/c", named("c"));
        }
        try (Store again = Store.in(link)) {
            assertThat(again.all(Space.RESOURCES)).hasSize(3);
            assertThat(link).isSymbolicLink();
        }
    }

    @Test
    void aLastLineThatIsCutOffIsLeftOutWhereverItIsCut() throws IOException {
        byte[] all = LINES.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            long complete = new String(all, 0, length, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            try (Store store = Store.in(file)) {
                assertThat((long) store.all(Space.RESOURCES).size())
                        .as("cut after %d bytes", length)
                        // A line may be all there without its end.
                        .isBetween(
                                complete,
                                complete
                                        + (length + 1 < all.length && all[length] == '\n' || length + 1 == all.length
                                                ? 1
                                                : 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my notes",
                "my notes\n",
                "{\"space\":\"RESOURCES\",\"key\":\"/a\"\n",
                "{\"space\":\"RESOURCES\",\"key\":\"/a\",\"json\":7}\n",
                "{\"space\":\"RESOURCES\",\"key\":\"/a\"} and more\n",
                "{\"space\":\"NOWHERE\",\"key\":\"/a\"}\n",
                "\n",
                "{}"
            })
    void aDamagedLineIsRefusedAndTheFileLeftAlone(String damage) throws IOException {
        for (String content : new String[] {damage, LINES + damage, LINES + damage.stripTrailing() + "\n" + LINES}) {
            Files.writeString(file, content);
            int line = content.startsWith(LINES) ? 3 : 1;
            assertThatThrownBy(() -> Store.in(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "state file %s, line %d is none of an emulator: ".formatted(file.toRealPath(), line));
            assertThat(Files.readString(file)).isEqualTo(content);
        }
    }

    @Test
    void whatCannotBeAFileIsRefused() {
        assertThatThrownBy(() -> Store.in(folder)).hasMessage("state file %s is a folder, no file".formatted(folder));
        Path nowhere = folder.resolve("no/such/folder.jsonl");
        assertThatThrownBy(() -> Store.in(nowhere))
                .hasMessage("state file %s: its folder does not exist".formatted(nowhere));
        Path device = Path.of("/dev/null");
        assertThatThrownBy(() -> Store.in(device)).hasMessage("state file /dev/null is a device or the like, no file");
    }
}
