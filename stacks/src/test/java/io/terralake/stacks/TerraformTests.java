package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terraform itself, with the real providers, accepts every stack and plans what the stack says. */
class TerraformTests {

    static Stream<String> stacks() {
        return Platform.app().stacks().stream().map(SynthesizedStack::name);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void validates(String stack) throws IOException, InterruptedException {
        Terraform.Run run = Terraform.of(stack).run(Map.of(), "validate", "-no-color");
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    /** No committed environment runs the deploy hook inside the deployment; one that does is valid too. */
    @Test
    void validatesTheDeployHookInsideTheDeployment(@TempDir Path environments) throws Exception {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Files.writeString(environments.resolve("hook.json"), dev.replaceFirst("\\{", "{\"deployHook\": \"inDeploy\","));
        Path outdir = Files.createDirectories(Path.of("target", "hook"));
        PlatformApp.synth(new Main(environments), outdir);
        Terraform.Run run = Terraform.of(outdir, "hook-loan-versions").run(Map.of(), "validate", "-no-color");
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    /** A plan goes further than validation: the providers are configured and look at every resource as a whole. */
    @ParameterizedTest
    @MethodSource("stacks")
    void plansEveryResourceAgainstAnEmptySubscription(String stack) throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "only on Linux do providers trust the certificate of the emulator by SSL_CERT_FILE");
        Terraform terraform = Terraform.of(stack);
        // Only a deployment knows the workspace's address.
        Files.writeString(
                terraform.folder().resolve("provider_override.tf.json"),
                Platform.app().stack(stack).json().at("/provider").has("databricks")
                        ? "{\"provider\": {\"databricks\": {\"host\": \"https://adb-1234567890123456.7.azuredatabricks.net\"}}}"
                        : "{}");
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Terraform.Run run = terraform.run(azure.environment(), "plan", "-input=false", "-no-color");
            long resources = Platform.app().stack(stack).resources().stream()
                    .filter(resource -> !resource.type().startsWith("data."))
                    .count();
            assertThat(run.output()).contains("Plan: %d to add, 0 to change, 0 to destroy.".formatted(resources));
        }
    }
}
