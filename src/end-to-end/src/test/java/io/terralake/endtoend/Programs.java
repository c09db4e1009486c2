package io.terralake.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs as the guide runs them, each in a process of its own. */
final class Programs {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path SOURCES = Path.of("..");
    private static final long MINUTES = 5;

    private Programs() {}

    /** @param options further ones of the simulator */
    static void makeCars(Path folder, int count, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-jar",
                SOURCES.resolve("simulators/target/simulators.jar").toString(),
                "cars",
                "--output",
                folder.toString(),
                "--count",
                String.valueOf(count),
                "--batch",
                "100"));
        command.addAll(List.of(options));
        run(command);
    }

    /**
     * Merges what is new in {@code bronze} of a folder into {@code silver} beside it.
     *
     * @return what the job says
     */
    static String mergeCars(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(System.getProperty("spark.options").trim().split("\\s+")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.terralake.jobs.UsedCarsCommand"));
        command.addAll(List.of("--input", folder.resolve("bronze").toString()));
        for (String place : List.of("silver", "quarantine", "checkpoint", "processed")) {
            command.addAll(List.of("--" + place, folder.resolve(place).toString()));
        }
        return run(command);
    }

    /** A server that ends when it is closed. */
    record Dashboard(Process process, String address) implements AutoCloseable {

        static Dashboard over(Path silver) throws IOException {
            Process process = new ProcessBuilder(
                            JAVA,
                            "@" + SOURCES.resolve("functions/used-cars/target/dashboard"),
                            "--silver",
                            silver.toString(),
                            "--port",
                            "0")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return new Dashboard(process, String.valueOf(said));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("program", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(said);
        Files.delete(said);
        assertThat(ended && process.exitValue() == 0).as(output).isTrue();
        return output;
    }
}
