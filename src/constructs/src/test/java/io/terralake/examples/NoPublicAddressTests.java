package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.LogSink;
import io.terralake.network.NatGateway;
import io.terralake.network.NatGatewayProps;
import io.terralake.policy.Finding;
import io.terralake.policy.Policy;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource with raw bindings, and a rule of a user's own that does not want it. */
class NoPublicAddressTests {
    private final PlatformStack stack = Stacks.publicStack();

    @BeforeEach
    void addAddresses() {
        stack.share(LogSink.class, Stacks.LOGS);
        new NatGateway(stack, "Way", NatGatewayProps.builder().build());
        new AddressExample(stack, "Reports");
    }

    @Test
    void theExampleHoldsToTheStandardPolicy() {
        assertThat(findings(Policy.standard())).isEmpty();
    }

    @Test
    void theRuleFindsAddressesThatAreNoGateways() {
        assertThat(findings(Policy.standard().with(new NoPublicAddress())))
                .containsExactly("no-public-address: a public address is not allowed but for a NAT gateway"
                        + " (at test-stack/Reports/Address)");
    }

    private List<String> findings(Policy policy) {
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        return policy.check(synthesized.name(), synthesized.jsonWithMetadata()).stream()
                .map(Finding::toString)
                .toList();
    }
}
