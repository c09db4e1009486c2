package io.terralake.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void wrongCommandLinesSayWhatIsRight() throws IOException {
        assertThat(run("exec", "--allow", "ScopeLock", "--", "true")).isEqualTo(2);
        assertThat(err.toString()).contains("--allow \"ScopeLock\" is not allowed: one of [ResourceGroupNotFound, ");
        assertThat(run("exec")).isEqualTo(2);
        assertThat(run("exec", "--port", "70000", "--", "true")).isEqualTo(2);
        assertThat(err.toString()).contains("--port 70000 is not allowed: 0 to 65535");
        assertThat(run("exec", "--propagation", "-1", "--", "true")).isEqualTo(2);
        assertThat(err.toString()).contains("--propagation -1 is not allowed: 0 to 2147483647");
        try (Emulator first = Emulator.start(EmulatorOptions.defaults())) {
            assertThat(run("exec", "--port", Integer.toString(first.port()), "--", "true"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("port %d of 127.0.0.1 is taken".formatted(first.port()));
        }
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
