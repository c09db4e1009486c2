package io.terralake.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.azurite.Azurite;
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
        simulate("cars", folder, count, "--batch", "100", options);
    }

    /**
     * @param options further ones of the simulator
     * @return what it says
     */
    static String makeImages(Path folder, int count, String... options) throws IOException, InterruptedException {
        return simulate("images", folder, count, "--rate", "0", options);
    }

    private static String simulate(String what, Path folder, int count, String option, String value, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-jar",
                SOURCES.resolve("simulators/target/simulators.jar").toString(),
                what));
        command.addAll(List.of("--output", folder.toString(), "--count", String.valueOf(count), option, value));
        command.addAll(List.of(options));
        return run(command);
    }

    /**
     * Merges what is new in {@code bronze} of a folder into {@code silver} beside it.
     *
     * @return what the job says
     */
    static String mergeCars(Path folder) throws IOException, InterruptedException {
        List<String> command = job("UsedCarsCommand");
        command.addAll(List.of("--input", folder.resolve("bronze").toString()));
        for (String place : List.of("silver", "quarantine", "checkpoint", "processed")) {
            command.addAll(List.of("--" + place, folder.resolve(place).toString()));
        }
        return run(command);
    }

    /**
     * Takes what is new in {@code device} of a folder to {@code records} beside it.
     *
     * @param options further ones of the job
     * @return what the job says
     */
    static String uploadImages(Path folder, String... options) throws IOException, InterruptedException {
        List<String> command = job("ImageUploadCommand");
        command.addAll(List.of("--input", folder.resolve("device").toString()));
        command.addAll(List.of("--output", folder.resolve("records").toString()));
        for (String place : List.of("checkpoint", "archive")) {
            command.addAll(List.of("--" + place, folder.resolve(place).toString()));
        }
        command.add("--once");
        command.addAll(List.of(options));
        return run(command);
    }

    private static List<String> job(String name) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(System.getProperty("spark.options").trim().split("\\s+")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.terralake.jobs." + name));
        return command;
    }

    /** Azurite, with nothing in it. */
    static Azurite azurite() throws IOException, InterruptedException {
        return Azurite.start(SOURCES.resolve("functions/device-images"));
    }

    /**
     * Takes {@code records} of a folder through the function to a database.
     *
     * @param options further ones of the program
     * @return what it says
     */
    static String processImages(Path folder, Path database, Azurite azurite, String... options)
            throws IOException, InterruptedException {
        List<String> command = processing(folder, database, azurite, options);
        command.add("--once");
        return run(command);
    }

    /** The same, until it is ended. */
    static Process startProcessingImages(Path folder, Path database, Azurite azurite, String... options)
            throws IOException {
        return new ProcessBuilder(processing(folder, database, azurite, options))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> processing(Path folder, Path database, Azurite azurite, String... options) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "@" + SOURCES.resolve("functions/device-images/target/local").toString()));
        command.addAll(List.of("--images", folder.resolve("records").toString()));
        command.addAll(List.of("--storage", azurite.blobs().toString()));
        command.addAll(List.of("--queues", azurite.queues().toString()));
        command.addAll(List.of("--database", database.toString()));
        command.addAll(List.of(options));
        return command;
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
