package io.terralake.simulators.cars;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.simulators.OutputFolder;
import io.terralake.simulators.Simulators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarsCommandTests {

    @TempDir
    Path folder;

    @Test
    void writesAListingPerFile() throws IOException {
        Path bronze = folder.resolve("lake/bronze");
        assertThat(run("--output", bronze.toString(), "--count", "3"))
                .isEqualTo(new Outcome(0, "%s: 3 listings in 3 files".formatted(bronze), ""));
        assertThat(files(bronze))
                .hasSize(3)
                .allMatch(file -> file.getFileName()
                        .toString()
                        .matches("new_listing_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d-\\d{3}-\\d{6}\\.json"));
        assertThat(lines(bronze)).isEqualTo(generated(1, 3));
    }

    @Test
    void theSameSeedGivesTheSameBytesInBatches() throws IOException {
        run("--output", folder + "/a", "--count", "25", "--batch", "10", "--seed", "7");
        run("--output", folder + "/b", "--count", "25", "--batch", "10", "--seed", "7");
        List<Path> files = files(folder.resolve("a"));
        assertThat(files).hasSize(3);
        assertThat(Files.readString(files.get(2)))
                .isEqualTo(String.join("\n", generated(7, 25).subList(20, 25)) + "\n");
        for (int i = 0; i < 3; i++) {
            assertThat(files.get(i))
                    .hasSameBinaryContentAs(files(folder.resolve("b")).get(i));
        }
    }

    @Test
    void keepsToTheRate() {
        long start = System.nanoTime();
        assertThat(run("--output", folder.toString(), "--count", "5", "--rate", "20")
                        .code())
                .isZero();
        assertThat(System.nanoTime() - start).as("4 pauses of 50 ms").isGreaterThan(200_000_000L);
    }

    @Test
    void replacesNoFileOfAnotherRun() throws IOException {
        Clock noon = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        new CarFolder(new OutputFolder(folder), noon).send(List.of(new CarGenerator(1).get()));
        new CarFolder(new OutputFolder(folder), noon).send(List.of(new CarGenerator(2).get()));
        assertThat(files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "new_listing_2026-11-24_12-00-00-000-000000.json",
                        "new_listing_2026-11-24_12-00-00-000-000001.json");
        assertThat(lines(folder))
                .containsExactly(generated(1, 1).get(0), generated(2, 1).get(0));
    }

    @Test
    void saysAllThatIsWrongAndDoesNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome outcome = run("--output", file.toString(), "--count", "0", "--batch", "0", "--rate", "-1");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors().lines())
                .containsExactly(
                        "--count 0 is not allowed: 1 to 1,000,000,000 listings",
                        "--batch 0 is not allowed: 1 to 1,000,000 listings in a file",
                        "--rate -1.0 is not allowed: 0 to 1,000,000 listings per second",
                        "%s: %s is no folder that can be written to".formatted(file, file));
        assertThat(run("--output", folder.toString(), "--rate", "NaN").errors())
                .isEqualTo("--rate NaN is not allowed: 0 to 1,000,000 listings per second");
        assertThat(run("--output", file + "/below").errors())
                .isEqualTo("%s/below: %s is no folder that can be written to".formatted(file, file));
        assertThat(files(folder)).containsExactly(file);
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void takesAFolderOrAHub() {
        assertThat(run().errors()).startsWith("Error: Missing required argument (specify one of these):");
        assertThat(run("--output", folder.toString(), "--hub", "cars.servicebus.windows.net/listings")
                        .errors())
                .startsWith("Error: --output=<output>, --hub=<hub> are mutually exclusive (specify only one)");
        Stream.of("listings", "cars/listings", "cars.servicebus.windows.net/", "https://cars.servicebus.windows.net/a")
                .forEach(name -> assertThat(run("--hub", name, "--count", "0"))
                        .isEqualTo(new Outcome(2, "", """
                                --count 0 is not allowed: 1 to 1,000,000,000 listings
                                --hub "%s" is not allowed: a fully qualified namespace and a hub, such as cars.servicebus.windows.net/listings""".formatted(name))));
    }

    private record Outcome(int code, String output, String errors) {}

    private static Outcome run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] all = Stream.concat(Stream.of("cars"), Stream.of(arguments)).toArray(String[]::new);
        int code = Simulators.run(Map.of(), new PrintWriter(output, true), new PrintWriter(errors, true), all);
        return new Outcome(code, output.toString().strip(), errors.toString().strip());
    }

    /** All files, in the order that they were made in; one that is left over from a write would be among them. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> lines(Path folder) throws IOException {
        return files(folder).stream()
                .flatMap(file -> {
                    try {
                        return Files.readAllLines(file).stream();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<String> generated(long seed, int count) {
        return Stream.generate(new CarGenerator(seed))
                .limit(count)
                .map(UsedCar::toJson)
                .toList();
    }
}
