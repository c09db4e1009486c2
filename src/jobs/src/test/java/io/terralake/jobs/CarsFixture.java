package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files of listings and the job that takes them. */
abstract class CarsFixture extends SparkFixture {
    static final UsedCar CAR = new UsedCar(
            "LHZ303", "Toyota", "B", 2, 2020, 15200, 8900, LocalDate.of(2020, 12, 31), LocalDate.of(2021, 3, 1));

    Outcome job(String... more) {
        return run(new UsedCarsCommand(() -> SPARK), arguments(more));
    }

    String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of("input", "silver", "quarantine", "checkpoint", "processed")
                                .flatMap(name -> Stream.of("--" + name, path(name.equals("input") ? "bronze" : name))),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    void json(String name, List<UsedCar> cars) throws IOException {
        write(name, String.join("\n", bodies(cars)).getBytes());
    }

    void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve("bronze").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    static List<String> bodies(List<UsedCar> cars) {
        return cars.stream().map(UsedCar::toJson).toList();
    }

    /** Forgets that the first batch came to its end, as if the job had been killed before. */
    Path forgetBatch() throws IOException {
        delete(folder.resolve("checkpoint/commits/0"));
        delete(folder.resolve("checkpoint/commits/.0.crc"));
        Path batch = onlyFolder(folder.resolve("processed"));
        delete(batch);
        return batch;
    }

    static Path onlyFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
