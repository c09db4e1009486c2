package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import com.hashicorp.cdktf.App;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import io.terralake.testing.Stacks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeExampleTests {

    /** Synthesized as a user's program is, so that it holds to the library's policy too. */
    @Test
    void isSafeAndTiered(@TempDir Path outdir) throws IOException {
        PlatformApp.synth(new WithSettings(new Environment("dev", Stacks.settings())), outdir);
        SynthesizedStack stack = SynthesizedApp.read(outdir).stack("dev-lake");
        assertThat(stack)
                .hasResourceCount("azurerm_storage_account", 1)
                .hasResource("azurerm_storage_account", "{shared_access_key_enabled: false}")
                .hasResource("azurerm_storage_management_policy", "{rule: arrayWith({name: 'bronze'})}");
    }

    private record WithSettings(Environment environment) implements PlatformApp.Program<Environment> {
        @Override
        public Environment read() {
            return environment;
        }

        @Override
        public void addStacks(App app, Environment input) {
            new LakeExample().addStacks(app, input);
        }
    }
}
