package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import io.terralake.policy.Policy;
import io.terralake.policy.PolicyViolationException;
import io.terralake.settings.Environment;
import io.terralake.testing.Stacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyExceptionsTests {
    private static final String NO_LOGS =
            "diagnostics: no azurerm_monitor_diagnostic_setting of the stack has it as its target;"
                    + " Diagnostics.send makes one (at test-one/Address)";

    @TempDir
    Path outdir;

    @Test
    void writesNothingWhenAStackDoesNotHoldToThePolicy() {
        assertThatThrownBy(() -> synth(PolicyExceptionsTests::address, Policy.standard()))
                .isInstanceOf(PolicyViolationException.class)
                .hasMessage(NO_LOGS);
        assertThat(outdir).isEmptyDirectory();
    }

    @Test
    void anExceptionStandsInTheMetadataOfItsStack() throws IOException {
        synth(stack -> PolicyExceptions.allow(address(stack), "diagnostics", "nobody reads them"), Policy.standard());
        assertThat(new JsonMapper()
                        .readTree(outdir.resolve("stacks/test-one/cdk.tf.json").toFile())
                        .at("/~1~1/terralake/exceptions"))
                .hasToString(
                        "[{\"path\":\"test-one/Address\",\"reason\":\"nobody reads them\",\"rule\":\"diagnostics\"}]");
    }

    @Test
    void anExceptionThatNothingNeedsIsRefused() {
        assertThatThrownBy(() -> synth(stack -> PolicyExceptions.allow(stack, "tls", "old readers"), Policy.standard()))
                .hasMessage("exceptions: nothing needs the exception from tls (at test-one)");
    }

    @Test
    void aProgramHasAPolicyOfItsOwn() throws IOException {
        synth(PolicyExceptionsTests::address, Policy.standard().without("diagnostics"));
        assertThat(outdir.resolve("stacks/test-one/cdk.tf.json")).exists();
    }

    @Test
    void anExceptionIsForConstructsOfAPlatformStack() {
        TerraformStack stack = new TerraformStack(Testing.app(), "plain");
        assertThatThrownBy(() -> PolicyExceptions.allow(stack, "tls", "old readers"))
                .hasMessage("Terralake constructs need a PlatformStack above them (at plain)");
    }

    private static PublicIp address(PlatformStack stack) {
        return new PublicIp(
                stack,
                "Address",
                PublicIpConfig.builder()
                        .name("pip-test")
                        .location(stack.location())
                        .resourceGroupName(stack.resourceGroupName())
                        .allocationMethod("Static")
                        .tags(stack.tags())
                        .build());
    }

    private void synth(Consumer<PlatformStack> constructs, Policy policy) throws IOException {
        PlatformApp.synth(new Program(constructs, policy), outdir);
    }

    private record Program(Consumer<PlatformStack> constructs, Policy policy)
            implements PlatformApp.Program<Environment> {
        @Override
        public Environment read() {
            return new Environment("test", Stacks.settings());
        }

        @Override
        public void addStacks(App app, Environment environment) {
            constructs.accept(new PlatformStack(app, "one", environment));
        }
    }
}
