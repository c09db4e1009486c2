package io.terralake.stacks;

import static io.terralake.emulator.terraform.DeployedStacksAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import io.terralake.emulator.terraform.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stack of an environment is deployed by Terraform, planned again and destroyed. It takes minutes. */
@ExtendWith(EmulatorExtension.class)
class LifeCycleTests {

    static final Path JOBS = Path.of("..", "src", "jobs", "target", "jobs.jar");
    static final String NO_JOBS = "two stacks upload %s, which the module jobs builds".formatted(JOBS);

    @BeforeAll
    static void synthesize() {
        Platform.outdir();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"dev", "prod"})
    void anEnvironmentLivesAndDies(String environment, Emulator azure) throws IOException {
        assumeTrue(Files.exists(JOBS), NO_JOBS);
        Path folder = Files.createDirectories(Path.of("target", "life-cycle", environment + "-" + UUID.randomUUID()));
        Workspace workspace = new Workspace(azure, folder, Path.of(".."));
        assertThat(workspace.stacks(Platform.outdir(), environment + "-"))
                .applyAndStayAsTheyAre()
                .destroy();
        assertThat(azure.notEmulated()).isEmpty();
        assertThat(azure.resources("Microsoft.Resources/resourceGroups")).isEmpty();
    }
}
