package io.terralake.stacks;

import static org.junit.jupiter.api.Assumptions.abort;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Terraform at work on a synthesized stack. Tests with it skip themselves where there is no {@code terraform}, or where
 * it can get the providers neither from the network nor from a local mirror; with
 * {@code TERRALAKE_REQUIRE_TERRAFORM=true} they fail instead.
 */
final class Terraform {
    private static final int TIMEOUT_MINUTES = 10;

    private final Path folder;

    private Terraform(Path folder) {
        this.folder = folder;
    }

    /** Initializes a copy of a stack's Terraform, as if the other stacks were deployed. */
    static Terraform of(String stack) throws IOException, InterruptedException {
        return of(Platform.outdir(), stack);
    }

    /** The same for an app that was synthesized to another folder. */
    static Terraform of(Path outdir, String stack) throws IOException, InterruptedException {
        SynthesizedApp app = SynthesizedApp.read(outdir);
        Path root = Path.of("target", "terraform");
        // As deep as in cdktf.out/stacks/<stack>, so that the stacks' relative paths lead to the root.
        Path folder = Files.createDirectories(root.resolve("out/stacks").resolve(stack));
        Files.copy(
                outdir.resolve("stacks/" + stack + "/cdk.tf.json"),
                folder.resolve("cdk.tf.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                folder.resolve("backend_override.tf.json"),
                "{\"terraform\": {\"backend\": {\"local\": {\"path\": \"test.tfstate\"}}}}");
        // What an earlier run left behind is about another configuration.
        Files.deleteIfExists(folder.resolve("provider_override.tf.json"));
        Files.deleteIfExists(folder.resolve(".terraform.lock.hcl"));
        // Terraform reads notebooks when it plans, as it would in the repository.
        copy(Path.of("loan-versions", "notebooks"), root.resolve("stacks"));
        for (SynthesizedStack deployed : app.stacks()) {
            DeployedState.write(deployed, root);
        }
        for (Resource file : app.stack(stack).resources("databricks_workspace_file")) {
            // The provider asks whether it is there; what is in it matters when it is uploaded.
            Path source = folder.resolve(file.properties().path("source").asText());
            Files.createDirectories(source.getParent());
            Files.writeString(source, "");
        }
        Terraform terraform = new Terraform(folder);
        Run init = terraform.run(Map.of(), "init", "-reconfigure", "-input=false", "-no-color");
        if (init.exitCode != 0) {
            skip("terraform init cannot get the providers:\n" + init.output);
        }
        return terraform;
    }

    private static void copy(Path folder, Path root) throws IOException {
        Path target = Files.createDirectories(root.resolve(folder));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The folder that Terraform runs in. */
    Path folder() {
        return folder;
    }

    /** Runs a command and returns what it printed, errors included. */
    Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve(arguments[0] + ".log");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("terraform"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Run(-1, "%s did not end within %d minutes".formatted(List.of(arguments), TIMEOUT_MINUTES));
            }
            return new Run(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            return new Run(-1, "terraform cannot be started: " + e.getMessage());
        }
    }

    private static void skip(String reason) {
        if (Boolean.parseBoolean(System.getenv("TERRALAKE_REQUIRE_TERRAFORM"))) {
            throw new AssertionError(reason);
        }
        System.out.println("tests with terraform were skipped: " + reason);
        abort(reason);
    }

    record Run(int exitCode, String output) {}
}
