package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command refuses, before it does anything. */
class UsedCarsCommandTests extends SparkFixture {

    @BeforeEach
    void bronze() throws IOException {
        Files.createDirectory(folder.resolve("bronze"));
    }

    @Test
    void refusesPlacesThatOverlap() {
        assertThat(job("bronze", "bronze/silver", "q", "q/../q", "p"))
                .isEqualTo(
                        refused(
                                "--input \"F/bronze\" and --silver \"F/bronze/silver\" overlap: name places beside each other"
                                        + "\n--quarantine \"F/q\" and --checkpoint \"F/q/../q\" overlap: name places beside each other"));
        assertThat(folder).isDirectoryContaining("glob:**/bronze").isDirectoryNotContaining("glob:**/q");
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsNotIts() throws IOException {
        Files.createDirectory(folder.resolve("s"));
        Files.createFile(folder.resolve("s/mine"));
        SPARK.range(1).write().format("delta").save(folder + "/q");
        SPARK.range(1).write().format("delta").save(folder + "/c");
        assertThat(job("missing", "s", "q", "c", "p"))
                .isEqualTo(refused("\"F/missing\": no such folder"
                        + "\n\"F/s\" is no Delta table, and holds \"mine\": name a new or an empty folder"
                        + "\n\"F/q\" has the columns {id=bigint}, expected are {bytes=bigint, position=bigint,"
                        + " quarantined=timestamp, raw=string, reasons=array<string>, source=string}"
                        + "\n\"F/c\" is a Delta table, or in one: name another place"));
        assertThat(job("", "s2", "q2", "c2", "p"))
                .isEqualTo(refused("\"\" is no path: Can not create a Path from an empty string"));
    }

    /** Its files would count as read, and the new table would never have what is in them. */
    @Test
    void refusesTheCheckpointOfAnotherTable() throws IOException {
        Files.createDirectories(folder.resolve("c/offsets"));
        Files.createFile(folder.resolve("c/offsets/0"));
        assertThat(job("bronze", "s", "q", "c", "p"))
                .isEqualTo(refused("checkpoint \"F/c\" is of a table that \"F/s\" is not: name a new checkpoint"));
    }

    @Test
    void refusesChangesAmongTheRest() {
        for (String place : List.of("bronze", "s", "q", "c", "p")) {
            String option = Map.of(
                            "bronze", "input", "s", "silver", "q", "quarantine", "c", "checkpoint", "p", "processed")
                    .get(place);
            assertThat(job("bronze", "s", "q", "c", "p", "--changes", in(place + "/x")))
                    .isEqualTo(refused("--%s \"F/%s\" and --changes \"F/%s/x\" overlap: name places beside each other"
                            .formatted(option, place, place)));
        }
    }

    /** They would be replaced. */
    @Test
    void refusesToWriteChangesInPlaceOfWhatIsNone() throws IOException {
        SPARK.range(1).write().format("delta").save(folder + "/delta");
        SPARK.range(1).write().json(folder + "/json");
        SPARK.range(1).write().parquet(folder + "/parquet");
        Files.createDirectory(folder.resolve("mine"));
        Files.createFile(folder.resolve("mine/a.json"));
        assertThat(job("bronze", "s", "q", "c", "p", "--changes", in("delta/x")))
                .isEqualTo(refused("\"F/delta/x\" is a Delta table, or in one: name another place"));
        assertThat(job("bronze", "s", "q", "c", "p", "--changes", in("mine")))
                .isEqualTo(refused(
                        "\"F/mine\" holds \"a.json\", which is no file of changes: name a new or an empty folder"));
        for (String format : List.of("json", "parquet")) {
            Outcome outcome = job("bronze", "s", "q", "c", "p", "--changes", in(format));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.errors())
                    .matches(
                            "\"%s\" holds \"part-[^\"]*%s\", which is no file of changes: name a new or an empty folder"
                                    .formatted(in(format), format));
        }
        assertThat(job("bronze", "s", "q", "c", "p", "--changes", ""))
                .isEqualTo(refused("\"\" is no path: Can not create a Path from an empty string"));
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void refusesBatchesOfNoFile() {
        Outcome outcome = job("bronze", "s", "q", "c", "p", "--files-per-batch", "0");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors()).startsWith("--files-per-batch 0 is not allowed: 1 to 100,000\n");
        assertThat(run(new UsedCarsCommand(() -> SPARK)).errors())
                .startsWith("Missing required options: '--input=<input>', '--silver=<silver>',");
    }

    private Outcome job(
            String input, String silver, String quarantine, String checkpoint, String processed, String... more) {
        String[] places = {
            "--input", in(input),
            "--silver", in(silver),
            "--quarantine", in(quarantine),
            "--checkpoint", in(checkpoint),
            "--processed", in(processed),
        };
        return run(
                new UsedCarsCommand(() -> SPARK),
                Stream.concat(Stream.of(places), Stream.of(more)).toArray(String[]::new));
    }

    private String in(String name) {
        return name.isEmpty() ? "" : folder + "/" + name;
    }

    private Outcome refused(String message) {
        return new Outcome(2, message.replace("F/", folder + "/"));
    }
}
