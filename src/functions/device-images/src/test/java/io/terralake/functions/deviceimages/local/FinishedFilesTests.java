package io.terralake.functions.deviceimages.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedFilesTests {
    @TempDir
    private Path folder;

    @Test
    void areThoseThatTheLogLists() throws IOException {
        FinishedFiles files = new FinishedFiles(folder);
        Files.writeString(folder.resolve("part-half.json"), "{");
        assertThat(files.list()).isEmpty();
        Stream.list(folder, "0", List.of("part-1.json", "part 2.json"));
        Stream.list(folder, ".1.tmp", List.of("part-half.json"));
        assertThat(files.list()).containsExactly("part 2.json", "part-1.json");
        Stream.list(folder, "9.compact", List.of("part-1.json", "part-3.json", "part-4.csv"));
        assertThat(files.list()).containsExactly("part 2.json", "part-1.json", "part-3.json");
        assertThat(files.path("part-1.json")).isEqualTo(folder.resolve("part-1.json"));
    }

    @Test
    void needAFolder() {
        assertThatThrownBy(() -> new FinishedFiles(Path.of("none")))
                .isInstanceOf(InputException.class)
                .hasMessage("--images \"none\" is no folder: the job image-upload writes it");
    }
}
