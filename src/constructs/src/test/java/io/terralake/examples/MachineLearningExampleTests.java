package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogSink;
import io.terralake.policy.Policy;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide on machine learning says. */
class MachineLearningExampleTests {

    @Test
    void standsInTheOtherRegion() {
        PlatformStack stack = example(Stacks.publicStack());
        assertThat(stack)
                .hasResource("azurerm_resource_group", "{name: 'rg-lakes-ml-test-eus', location: 'eastus'}")
                .hasResource("azapi_resource", "{name: 'mlw-lakes-ml-test-eus', location: 'eastus'}")
                .hasResource("azurerm_machine_learning_compute_cluster", "{name: 'training', location: 'eastus'}")
                .hasResource("azapi_resource", "{name: 'car-prices-dev', location: 'eastus'}")
                .hasResource("azurerm_storage_account", "{name: 'stlakeslaketestweu', location: 'westeurope'}");
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
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new MachineLearningExample(
                stack,
                "Cars",
                lake.addZone("silver", ZoneProps.builder().build()),
                Principal.group("scientists", "11111111-2222-3333-4444-555555555555"),
                Principal.servicePrincipal("workflow", "21111111-2222-3333-4444-555555555555"),
                Principal.servicePrincipal("app", "31111111-2222-3333-4444-555555555555"));
        return stack;
    }
}
