package io.terralake.emulator.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The program {@code terraform} of the path. */
final class Terraform {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Terraform() {}

    /**
     * Runs a command in a folder.
     *
     * @param prepare done with the process before it starts
     * @throws IOException when there is no {@code terraform}, or it does not end
     */
    static Run run(Path folder, Consumer<ProcessBuilder> prepare, String... arguments) throws IOException {
        Path log = folder.resolve(arguments[0] + ".log");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("terraform"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TF_IN_AUTOMATION", "1");
        prepare.accept(builder);
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                throw new IOException("terraform %s did not end within %s".formatted(List.of(arguments), LONGEST));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
        return new Run(process.exitValue(), Files.readString(log));
    }
}
