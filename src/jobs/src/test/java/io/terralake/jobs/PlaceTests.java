package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One place has many spellings. */
class PlaceTests extends SparkFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/t",
                "%s/t/",
                "%s//t//",
                "%s/./t/.",
                "%s/x/../t",
                "file:%s/t",
                "file://%s/t",
                "FILE:%s/x/../t/",
                "%s/link",
                "%s/link/.",
                "%s/t/below/all",
                "%s/link/below",
                "%s",
                "file:/",
                "%s/up/t",
            })
    void knowsAPlaceOfThisMachineInEverySpelling(String spelling) throws IOException {
        Files.createDirectory(folder.resolve("t"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("t"));
        Files.createSymbolicLink(folder.resolve("up"), folder);
        assertThat(overlap(folder + "/t", spelling.formatted(folder))).isTrue();
        assertThat(overlap(spelling.formatted(folder), folder + "/t")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/t2", "%s/tt", "%s/T", "%s/x/t", "file:%s/other", "abfss://c@a.dfs.core.windows.net/t"})
    void tellsNeighboursApart(String other) {
        assertThat(overlap(folder + "/t", other.formatted(folder))).isFalse();
    }

    @Test
    void knowsARelativePath() {
        assertThat(overlap("target/t", java.nio.file.Path.of("").toAbsolutePath() + "/target/./t/"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abfss://silver@lake.dfs.core.windows.net/t/, true",
        "abfss://silver@lake.dfs.core.windows.net//t, true",
        "abfss://silver@lake.dfs.core.windows.net/x/../t, true",
        "abfss://silver@lake.dfs.core.windows.net/../t, true",
        "abfss://silver@LAKE.dfs.Core.Windows.net/t, true",
        "abfss://silver@lake.dfs.core.windows.net:443/t/below, true",
        "abfs://silver@lake.dfs.core.windows.net/t, true",
        "ABFSS://silver@lake.dfs.core.windows.net/t, true",
        "wasbs://silver@lake.blob.core.windows.net/t, true",
        "abfss://silver@lake.dfs.core.windows.net, true",
        "abfss://silver@lake.dfs.core.windows.net/t2, false",
        "abfss://silver@lake.dfs.core.windows.net/T, false",
        "abfss://gold@lake.dfs.core.windows.net/t, false",
        "abfss://silver@lake2.dfs.core.windows.net/t, false",
        "/t, false",
    })
    void comparesPlacesOfALakeWithoutAskingIt(String other, boolean expected) {
        assertThat(overlap("abfss://silver@lake.dfs.core.windows.net/t", other)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThatThrownBy(() -> new Place(SPARK, ""))
                .hasMessage("\"\" is no path: Can not create a Path from an empty string");
        assertThatThrownBy(() -> new Place(SPARK, "a:b")).hasMessageStartingWith("\"a:b\" is no path: ");
        assertThatThrownBy(() -> new Place(SPARK, "/a\0b")).hasMessageStartingWith("\"/a\0b\" is no path: ");
    }

    private boolean overlap(String one, String other) {
        return new Place(SPARK, one).overlaps(new Place(SPARK, other));
    }
}
