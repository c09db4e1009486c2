package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.jobs.OtherStoreTests.LakeFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the job leaves for the copy into Cosmos DB. */
class CarChangesTests extends CarsFixture {
    private static final String LINE =
            "{\"id\":\"2020-12-31\",\"Rego\":\"LHZ303\",\"Brand\":\"Toyota\",\"Model\":\"B\",\"Trim\":2,\"Year\":2020,"
                    + "\"Odometer\":15200,\"Price\":8900,\"Date listed\":\"2020-12-31\",\"Date removed\":\"2021-03-01\","
                    + "\"Turnover\":60}";
    private static final UsedCar LONGER =
            new UsedCar("LHZ303", "Toyota", "B", 2, 2020, 15200, 8800, CAR.listed(), LocalDate.of(2021, 3, 2));
    private static final String LONGER_LINE =
            LINE.replace("8900", "8800").replace("2021-03-01", "2021-03-02").replace("60}", "61}");
    private static final UsedCar OTHER = new UsedCar(
            "AAA000", "Škoda \"S\"", "\\\n", 1, 2022, 0, 0, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 1));
    private static final String OTHER_LINE =
            "{\"id\":\"2022-01-01\",\"Rego\":\"AAA000\",\"Brand\":\"Škoda \\\"S\\\"\",\"Model\":\"\\\\\\n\",\"Trim\":1,"
                    + "\"Year\":2022,\"Odometer\":0,\"Price\":0,\"Date listed\":\"2022-01-01\",\"Date removed\":\"2022-01-01\","
                    + "\"Turnover\":0}";

    @Test
    void writesTheRowsThatARunTouchedOnce() throws IOException {
        json("1.json", List.of(CAR, OTHER, CAR));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).containsExactlyInAnyOrder(LINE, OTHER_LINE);
        List<Path> written = files();
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(files()).as("a run without new files writes nothing").isEqualTo(written);

        // The copy has come.
        delete(folder.resolve("changes"));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        write("bad.json", "{}".getBytes());
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(folder.resolve("changes")).doesNotExist();

        json("2.json", List.of(LONGER));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).containsExactly(LONGER_LINE);
    }

    @Test
    void writesTheRowOfTheTableForARecordThatLoses() throws IOException {
        json("1.json", List.of(LONGER, OTHER));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(folder.resolve("changes")).doesNotExist();
        json("2.json", List.of(CAR));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).containsExactly(LONGER_LINE);
    }

    /** Else it would depend on the order of the files which row Cosmos DB has at the end. */
    @Test
    void writesWhatWasNotCopiedYetAgainAsItIsNow() throws IOException {
        json("1.json", List.of(CAR, OTHER));
        changes();
        List<Path> before = files();
        json("2.json", List.of(LONGER));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(files()).doesNotContainAnyElementsOf(before);
        assertThat(lines()).containsExactlyInAnyOrder(LONGER_LINE, OTHER_LINE);
    }

    @Test
    void writesAllBatchesOfARunAsTheyAreAtItsEnd() throws IOException {
        List<UsedCar> cars = Stream.generate(new CarGenerator(1)).limit(200).toList();
        json("1.json", cars);
        json("2.json", List.of(CAR));
        json("3.json", List.of(LONGER, OTHER));
        assertThat(changes("--files-per-batch", "1")).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).hasSize(202).contains(LONGER_LINE, OTHER_LINE).doesNotHaveDuplicates();

        // Most files of the table have no row for the next copy.
        delete(folder.resolve("changes"));
        json("4.json", List.of(new CarGenerator(2).get()));
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void writesABatchAgainThatWasNotCommitted() throws IOException {
        json("1.json", List.of(CAR, OTHER));
        changes();
        delete(folder.resolve("changes"));
        forgetBatch();
        assertThat(changes()).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).containsExactlyInAnyOrder(LINE, OTHER_LINE);
    }

    /** What waited for the copy is gone from the folder then, and comes back with the rest. */
    @Test
    void losesNothingWhenWritingFails() throws IOException {
        SPARK.sparkContext().hadoopConfiguration().set("fs.lake.impl", LakeFileSystem.class.getName());
        String[] there = {"--changes", "lake:" + path("changes")};
        json("1.json", List.of(CAR));
        assertThat(job(there)).isEqualTo(new Outcome(0, ""));
        json("2.json", List.of(OTHER));
        LakeFileSystem.refused = "/changes/part-";
        try {
            assertThat(job(there).code()).isEqualTo(1);
        } finally {
            LakeFileSystem.refused = "none";
        }
        assertThat(SPARK.read().format("delta").load(path("silver")).count()).isEqualTo(2);
        Path changes = Files.createDirectories(folder.resolve("changes"));
        assertThat(changes).isDirectoryNotContaining("glob:**.json");
        // The first of several files had its name already.
        Files.writeString(changes.resolve("part-00000-killed.json"), OTHER_LINE);
        assertThat(job(there)).isEqualTo(new Outcome(0, ""));
        assertThat(lines()).containsExactlyInAnyOrder(LINE, OTHER_LINE);
    }

    private Outcome changes(String... more) {
        return job(Stream.concat(Stream.of("--changes", path("changes")), Stream.of(more))
                .toArray(String[]::new));
    }

    /** What the copy would take, by {@code *.json} at any depth; beside it are checksums at most. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("changes"))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .allSatisfy(file -> assertThat(file.getFileName().toString())
                            .matches("part-[^/]+\\.json|\\.part-[^/]+\\.json\\.crc"));
            List<Path> json = files.stream()
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
            assertThat(json).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
            return json;
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
