package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Terraform itself accepts every stack. Skipped where there is no {@code terraform}, or where it can get the providers
 * neither from the network nor from a local mirror; {@code TERRALAKE_REQUIRE_TERRAFORM=true} makes that a failure.
 */
class TerraformValidateTests {
    private static final int TIMEOUT_MINUTES = 10;

    private Path folder = Path.of("target", "terraform-validate");

    @ParameterizedTest
    @MethodSource("stacks")
    void validates(String stack) throws IOException, InterruptedException {
        folder = Files.createDirectories(folder.resolve(stack));
        Files.copy(
                Platform.outdir().resolve("stacks/" + stack + "/cdk.tf.json"),
                folder.resolve("cdk.tf.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Run init = terraform("init", "-backend=false", "-input=false", "-no-color");
        if (init.exitCode != 0) {
            skip("terraform init cannot get the providers:\n" + init.output);
        }
        Run validate = terraform("validate", "-no-color");
        assertThat(validate.exitCode).as(validate.output).isZero();
    }

    static Stream<String> stacks() {
        return Platform.app().stacks().stream().map(stack -> stack.name());
    }

    private Run terraform(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toList();
        Path log = folder.resolve("log.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Run(-1, command + " did not end within " + TIMEOUT_MINUTES + " minutes");
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
        System.out.println("terraform validate was skipped: " + reason);
        abort(reason);
    }

    private record Run(int exitCode, String output) {}
}
