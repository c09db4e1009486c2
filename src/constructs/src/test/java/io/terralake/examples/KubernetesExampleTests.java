package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.machinelearning.MachineLearningWorkspaceProps;
import io.terralake.monitoring.LogSink;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.Network;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.policy.Policy;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide on machine learning says of Kubernetes. */
class KubernetesExampleTests {

    @Test
    void servesModels() {
        assertThat(example(Stacks.publicStack()))
                .hasResource("azurerm_kubernetes_cluster", "{name: 'aks-lakes-test-weu'}")
                .hasResource("azapi_resource", "{name: 'car-prices-dev', body: {properties: {authMode: 'AMLToken'}}}");
    }

    @Test
    void keepsToThePolicyInBothModes() {
        for (PlatformStack stack : List.of(example(Stacks.publicStack()), example(Stacks.privateStack()))) {
            SynthesizedStack synthesized = SynthesizedStack.of(stack);
            assertThat(Policy.standard().check(synthesized.name(), synthesized.jsonWithMetadata()))
                    .isEmpty();
        }
    }

    private static PlatformStack example(PlatformStack stack) {
        stack.share(LogSink.class, Stacks.LOGS);
        IVirtualNetwork network = Network.of(stack) instanceof IVirtualNetwork inside
                ? inside
                : new VirtualNetwork(
                        stack,
                        "Network",
                        VirtualNetworkProps.builder()
                                .addressSpace("10.1.0.0/16")
                                .build());
        new KubernetesExample(
                stack,
                "Models",
                network,
                new MachineLearningWorkspace(
                        stack,
                        "Workspace",
                        MachineLearningWorkspaceProps.builder().purpose("ml").build()),
                Principal.group("operators", "11111111-2222-3333-4444-555555555555"),
                Principal.servicePrincipal("app", "31111111-2222-3333-4444-555555555555"));
        return stack;
    }
}
