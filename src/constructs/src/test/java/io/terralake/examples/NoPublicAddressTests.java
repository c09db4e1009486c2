package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.network.NatGateway;
import io.terralake.policy.Finding;
import io.terralake.policy.Policy;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class NoPublicAddressTests {
    private final PlatformStack platform = Stacks.publicStack();

    @Test
    void findsAddressesThatAreNoGateways() {
        new NatGateway(platform, "Way");
        new PublicIp(
                platform,
                "Address",
                PublicIpConfig.builder()
                        .name("pip-reports")
                        .resourceGroupName(platform.resourceGroupName())
                        .location(platform.location())
                        .allocationMethod("Static")
                        .tags(platform.tags())
                        .build());
        SynthesizedStack stack = SynthesizedStack.of(platform);
        assertThat(policy().check(stack.name(), stack.jsonWithMetadata()))
                .extracting(Finding::toString)
                .containsExactly("no-public-address: a public address is not allowed but for a NAT gateway"
                        + " (at test-stack/Address)");
    }

    private static Policy policy() {
        return Policy.standard().with(new NoPublicAddress()).without("diagnostics");
    }
}
