package io.terralake.deployhook.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.registration.input.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFileTests {
    private static final long YEAR = 365L * 24 * 3600 * 1000;

    @TempDir
    Path folder;

    @Test
    void hashesContentsAndNotTimesOrOrder() throws IOException {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("host.json", "{}");
        one.put("lib/cars.jar", "x");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("lib/cars.jar", "x");
        other.put("host.json", "{}");
        String hash = PackageFile.read(Zips.write(folder.resolve("one.zip"), one, 20 * YEAR))
                .hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(PackageFile.read(Zips.write(folder.resolve("other.zip"), other, 30 * YEAR))
                        .hash())
                .isEqualTo(hash);
        other.put("lib/cars.jar", "y");
        assertThat(PackageFile.read(Zips.write(folder.resolve("changed.zip"), other, 30 * YEAR))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        Path none = folder.resolve("none.zip");
        refuses(none, none + ": there is no such file: build the functions first");
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
        refuses(text, text + ": cannot be read as a zip: ");
        Path nested = Zips.write(folder.resolve("nested.zip"), Map.of("cars/host.json", "{}"));
        refuses(nested, nested + ": no package of functions, it has no host.json in its root");
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> PackageFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message);
    }
}
