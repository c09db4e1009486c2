package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The job in a process of its own, killed with SIGKILL among its batches. */
class KilledUsedCarsTests extends CarsFixture {
    private static final int FILES = 20;

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        CarGenerator cars = new CarGenerator(1);
        Files.createDirectories(folder.resolve("bronze"));
        List<String> made = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            UsedCar car = cars.get();
            made.add(car.rego());
            Files.write(folder.resolve("bronze/%d.json".formatted(file)), List.of(car.toJson(), "{"));
        }
        Process job = start();
        while (job.isAlive() && batches() < 1) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(job.isAlive()).as("the job is killed on its way").isTrue();
        job.destroyForcibly().waitFor();
        assertThat(batches()).isLessThan(FILES);

        assertThat(job("--changes", path("changes"))).isEqualTo(new Outcome(0, ""));
        assertThat(table("silver")).extracting(row -> row.getString(0)).containsExactlyInAnyOrderElementsOf(made);
        assertThat(table("quarantine")).hasSize(FILES);
        assertThat(ProcessedFiles.paths(SPARK, new Place(SPARK, folder + "/processed")))
                .hasSize(FILES);
        assertThat(SPARK.read().json(path("changes")).collectAsList())
                .extracting(row -> row.<String>getAs("Rego"))
                .as("the batches before it was killed too")
                .containsExactlyInAnyOrderElementsOf(made);
    }

    private Process start() throws IOException {
        return Programs.start(
                UsedCarsCommand.class,
                folder.resolve("job.log"),
                arguments("--changes", path("changes"), "--files-per-batch", "1"));
    }

    private List<Row> table(String name) {
        return SPARK.read().format("delta").load(folder + "/" + name).collectAsList();
    }

    private long batches() throws IOException {
        Path processed = folder.resolve("processed");
        if (!Files.exists(processed)) {
            return 0;
        }
        try (Stream<Path> batches = Files.list(processed)) {
            return batches.count();
        }
    }
}
