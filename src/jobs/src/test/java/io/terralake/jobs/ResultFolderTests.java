package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --output} replaces: results, and nothing else. */
class ResultFolderTests extends SparkFixture {

    @BeforeEach
    void oneVersion() {
        upsert(loan(1, 10, "Current"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s/lc_loan", "file:%s/lc_loan/x/..", "%s/lc_loan/below"})
    void refusesAPlaceThatIsOrHoldsOrLiesInTheTable(String output) {
        String place = output.formatted(folder);
        assertThat(run("list", table(), "--output", place))
                .isEqualTo(new Outcome(
                        2,
                        "output \"%s\" and table \"%s\" overlap: name a place outside the table"
                                .formatted(place, table())));
        assertThat(versions().latest()).isZero();
        assertThat(versions().read(0).count()).isEqualTo(1);
    }

    @Test
    void replacesAResultAndOneThatWasKilled() throws IOException {
        Path result = folder.resolve("result");
        assertThat(run("list", table(), "--output", result.toString())).isEqualTo(new Outcome(0, ""));
        assertThat(run("read", table(), "--version", "0", "--output", result + "/"))
                .isEqualTo(new Outcome(0, ""));
        assertThat(SPARK.read().parquet(result.toString()).columns()).hasSize(10);
        Files.createDirectories(folder.resolve("killed/_temporary/0/task"));
        assertThat(run("list", table(), "--output", folder + "/killed")).isEqualTo(new Outcome(0, ""));
        Files.createDirectories(folder.resolve("empty"));
        assertThat(run("list", table(), "--output", folder + "/empty")).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void replacesNothingElse() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.txt"), "kept");
        assertRefused(notes, "holds \"a.txt\", which is no result of loan-versions: name a new or an empty folder");
        Path hidden = Files.createDirectories(folder.resolve("hidden"));
        Files.createDirectories(hidden.resolve(".git"));
        assertRefused(hidden, "holds \".git\", which is no result of loan-versions: name a new or an empty folder");
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertRefused(file, "holds \"\", which is no result of loan-versions: name a new or an empty folder");
        Path sales = folder.resolve("sales");
        SPARK.range(3).repartition(1).write().parquet(sales.toString());
        assertThat(run("list", table(), "--output", sales.toString()).errors())
                .matches("output \".*sales\" holds \"part-.*parquet\", which is no result of loan-versions: .*");
        assertThat(SPARK.read().parquet(sales.toString()).count()).isEqualTo(3);
        // a result that somebody put something into
        Path result = folder.resolve("result");
        run("list", table(), "--output", result.toString());
        SPARK.range(3).write().format("delta").save(result + "/inner");
        assertThat(run("list", table(), "--output", result.toString()).code()).isEqualTo(2);
        assertThat(SPARK.read().format("delta").load(result + "/inner").count()).isEqualTo(3);
    }

    @Test
    void replacesNoDeltaTableAndWritesIntoNone() {
        Path other = folder.resolve("other");
        SPARK.range(3).write().format("delta").save(other.toString());
        assertRefused(other, "is a Delta table, or in one: name another place");
        assertRefused(other.resolve("below"), "is a Delta table, or in one: name another place");
        assertRefused(other.resolve("_delta_log"), "is a Delta table, or in one: name another place");
        assertThat(SPARK.read().format("delta").load(other.toString()).count()).isEqualTo(3);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        String missing = folder + "/missing";
        assertThat(run("list", missing, "--output", missing + "/x").errors().lines())
                .containsExactly(
                        "output \"%s/x\" and table \"%s\" overlap: name a place outside the table"
                                .formatted(missing, missing),
                        "\"%s\" does not exist".formatted(missing));
    }

    private void assertRefused(Path output, String message) {
        assertThat(run("list", table(), "--output", output.toString()))
                .isEqualTo(new Outcome(2, "output \"%s\" %s".formatted(output, message)));
    }
}
