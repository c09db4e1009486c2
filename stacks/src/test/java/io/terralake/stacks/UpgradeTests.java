package io.terralake.stacks;

import static io.terralake.emulator.terraform.DeployedStacksAssert.assertThat;
import static io.terralake.emulator.terraform.UpgradeAssert.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import io.terralake.emulator.terraform.DeployedStacks;
import io.terralake.emulator.terraform.Upgrade;
import io.terralake.emulator.terraform.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an earlier version deployed becomes what is synthesized today, and nothing is lost on the way but what {@code upgrade.json} agrees
 * to. The earlier version is the one that the file names, or the environment variable {@code TERRALAKE_UPGRADE_FROM}.
 */
@ExtendWith(EmulatorExtension.class)
class UpgradeTests {
    private static final Path AGREED = Path.of("upgrade.json");
    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("TERRALAKE_REQUIRE_TERRAFORM"));

    /** What the file says: the commit or tag of the last release, and by stack and address why something may be replaced. */
    record Agreement(String from, Map<String, Map<String, String>> replaced) {
        Map<String, Set<String>> addresses(String environment) {
            Map<String, Set<String>> addresses = new TreeMap<>();
            replaced.forEach((stack, whys) -> {
                if (stack.startsWith(environment + "-")) {
                    addresses.put(stack, whys.keySet());
                }
            });
            return addresses;
        }
    }

    @BeforeAll
    static void synthesize() {
        Platform.outdir();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"dev", "prod"})
    void anEnvironmentOfAnEarlierVersionLosesNothing(String environment, Emulator azure) throws IOException {
        assumeTrue(Files.exists(LifeCycleTests.JOBS), LifeCycleTests.NO_JOBS);
        Agreement agreement = new JsonMapper().readValue(AGREED.toFile(), Agreement.class);
        Optional<String> asked = Optional.ofNullable(System.getenv("TERRALAKE_UPGRADE_FROM"));
        String from = asked.orElse(agreement.from());
        Path report = Path.of("target", "upgrade", environment + ".md");
        Files.deleteIfExists(report);
        assumeTrue(EarlierStacks.has(from) || REQUIRED, "the checkout has no commit " + from);
        Path folder = Files.createDirectories(Path.of("target", "upgrade", environment + "-" + UUID.randomUUID()));
        Path earlier = EarlierStacks.write(from, folder.resolve("earlier"));

        Workspace workspace = new Workspace(azure, Files.createDirectory(folder.resolve("work")), Path.of(".."));
        DeployedStacks before = workspace.stacks(earlier, environment + "-");
        DeployedStacks now = workspace.stacks(Platform.outdir(), environment + "-");
        assertThat(before).apply();
        Upgrade upgrade = before.upgradeTo(now);
        Files.writeString(report, upgrade.markdown());
        assertThat(upgrade).replacesNoMoreThan(agreement.addresses(environment));
        if (asked.isEmpty()) {
            assertThat(upgrade).replacesOnly(agreement.addresses(environment));
        }
        assertThat(now).stayAsTheyAre().destroy();
    }
}
