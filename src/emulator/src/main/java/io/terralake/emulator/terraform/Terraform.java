package io.terralake.emulator.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Terraform, which the project does not bring along.
 *
 * @param program of the path
 */
record Terraform(String program) {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Pattern NO_PROVIDERS = Pattern.compile(
            "Error: (Failed to query available provider packages|Failed to install provider|Invalid provider registry host|Incompatible provider version)");

    /** The one that everybody has. */
    Terraform() {
        this("terraform");
    }

    /**
     * Makes a folder ready for the other commands.
     *
     * @param prepare done with the process before it starts
     * @param of what stands in the folder, for messages
     * @throws ProvidersMissingException when the providers are not to be had
     * @throws IllegalStateException when Terraform does not take what stands there
     */
    void init(Path folder, Consumer<ProcessBuilder> prepare, String of) throws IOException {
        Run init = run(folder, prepare, "init", "-input=false", "-no-color", "-reconfigure");
        if (init.exitCode() == 0) {
            return;
        }
        if (NO_PROVIDERS.matcher(init.output()).find()) {
            throw new ProvidersMissingException(of, init.errors());
        }
        throw new IllegalStateException(
                "terraform init of %s failed: it is broken, or for another version of Terraform:%n%s"
                        .formatted(of, init.errors()));
    }

    /**
     * Runs a command in a folder.
     *
     * @param prepare done with the process before it starts
     * @throws TerraformMissingException when it cannot be started
     * @throws IOException when it does not end
     */
    Run run(Path folder, Consumer<ProcessBuilder> prepare, String... arguments) throws IOException {
        Path log = folder.resolve(arguments[0] + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TF_IN_AUTOMATION", "1");
        // These would lead several stacks to one place.
        builder.environment().keySet().removeAll(List.of("TF_DATA_DIR", "TF_WORKSPACE"));
        prepare.accept(builder);
        Process process = started(builder);
        try {
            if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                throw new IOException("%s %s did not end within %s".formatted(program, List.of(arguments), LONGEST));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
        return new Run(process.exitValue(), Files.readString(log));
    }

    private Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TerraformMissingException(program, e);
        }
    }
}
