package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import io.terralake.policy.Policy;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.Construct;

/** What holds for every stack, whoever writes it. */
class PolicyTests {
    @Test
    void everyStackHoldsToThePolicy() {
        assertThat(Platform.app().stacks())
                .flatMap(stack -> Policy.standard().check(stack.name(), stack.jsonWithMetadata()))
                .isEmpty();
    }

    @Test
    void aStackThatDoesNotIsRefusedWithThePathOfTheConstruct(@TempDir Path outdir) {
        assertThatThrownBy(() -> PlatformApp.synth(new WithPublicAddress(), outdir))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "diagnostics: no azurerm_monitor_diagnostic_setting of the stack has it as its target; Diagnostics.send"
                                + " makes one (at dev-loan-versions/Address)",
                        "tags: without costCentre, environment, owner, stack, workload; PlatformStack.of(this).tags() has them all"
                                + " (at dev-loan-versions/Address)"));
        assertThat(outdir).isEmptyDirectory();
    }

    @Test
    void twoSynthsGiveTheSameBytes(@TempDir Path other) throws IOException {
        PlatformApp.synth(new Main(Path.of("environments").toAbsolutePath()), other);
        try (Stream<Path> files = Files.walk(other)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).hasSameBinaryContentAs(Platform.outdir().resolve(other.relativize(file)));
            }
        }
    }

    @Test
    void aNewFileIsANewEnvironment(@TempDir Path environments, @TempDir Path outdir) throws IOException {
        Files.copy(Path.of("environments", "dev.json"), environments.resolve("staging.json"));
        PlatformApp.synth(new Main(environments), outdir);
        assertThat(SynthesizedApp.read(outdir).stacks())
                .extracting(SynthesizedStack::name)
                .allMatch(name -> name.startsWith("staging-"))
                .contains("staging-landing-zone");
    }

    /** The platform with a resource that somebody added with the bindings. */
    private record WithPublicAddress() implements PlatformApp.Program<List<Environment>> {
        private static final Main MAIN = new Main(Path.of("environments"));

        @Override
        public List<Environment> read() throws IOException {
            return MAIN.read();
        }

        @Override
        public void addStacks(App app, List<Environment> input) {
            MAIN.addStacks(app, input);
            new PublicIp(
                    (Construct) app.getNode().findChild("dev-loan-versions"),
                    "Address",
                    PublicIpConfig.builder()
                            .name("pip-loans")
                            .location("westeurope")
                            .resourceGroupName("rg-loans")
                            .allocationMethod("Static")
                            .build());
        }
    }
}
