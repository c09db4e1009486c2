package io.terralake.emulator.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Configurations in HCL, as who does not know this project writes them, of resources that its stacks do not have. Skipped where Terraform or
 * a provider is not to be had. Several at once: most of the time goes into waits of the provider.
 */
@ExtendWith(EmulatorExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class PlainConfigurationTests {
    private final Terraform terraform = new Terraform();
    private final String password = "A-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apps",
                "azapi",
                "data",
                "directory",
                "machines",
                "messages",
                "monitoring",
                "networks",
                "storage",
                "vaults"
            })
    void livesAndDies(String name, Emulator azure) throws IOException {
        // Not below a temporary folder: its deletion warns of every link to a provider.
        Path folder = Files.createDirectories(Path.of("target", "plain", name));
        Files.deleteIfExists(folder.resolve("terraform.tfstate"));
        Files.deleteIfExists(folder.resolve(".terraform.lock.hcl"));
        try (InputStream file = getClass().getResourceAsStream("plain/%s.tf".formatted(name))) {
            Files.write(folder.resolve("main.tf"), file.readAllBytes());
        }
        terraform.init(folder, process -> {}, name);
        run(azure, folder, "apply", "-auto-approve");
        run(azure, folder, "plan", "-detailed-exitcode");
        run(azure, folder, "apply", "-auto-approve", "-var=v=two");
        run(azure, folder, "plan", "-detailed-exitcode", "-var=v=two");
        run(azure, folder, "destroy", "-auto-approve");
        assertThat(azure.resources()).isEmpty();
        assertThat(azure.notEmulated()).isEmpty();
    }

    private void run(Emulator azure, Path folder, String... arguments) throws IOException {
        Run run = terraform.run(
                folder,
                process -> {
                    azure.lead(process);
                    process.environment().put("TF_VAR_password", password);
                },
                arguments);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
