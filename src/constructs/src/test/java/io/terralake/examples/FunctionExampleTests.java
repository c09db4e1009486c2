package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.functionapp.FunctionSubnet;
import io.terralake.functionapp.FunctionSubnetProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogSink;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.policy.Policy;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

/** What the guide on functions says. */
class FunctionExampleTests {

    @Test
    void theWorkflowIsTheOneThatIsLetIn() {
        PlatformStack stack = example(Stacks.publicStack(), "Vnet");
        assertThat(stack)
                .hasResource("azapi_update_resource", """
                        {name: 'authsettingsV2', body: {properties: {identityProviders: {azureActiveDirectory: {validation: {
                          defaultAuthorizationPolicy: {allowedPrincipals: {identities: [
                            textLike('${azapi_resource.Cars_Workflow_*.identity[0].principal_id}')]}}}}}}}}
                        """)
                .hasResource(
                        "azuread_app_role_assignment",
                        "{principal_object_id: textLike('${azapi_resource.Cars_Workflow_*.identity[0].principal_id}')}")
                .hasResource("azapi_resource", """
                        {body: {properties: {definition: {actions: {Generate: {inputs: {
                          uri: textLike('https://${azapi_resource.Cars_Functions_*.output.properties.defaultHostName}/api/cars'),
                          authentication: {type: 'ManagedServiceIdentity', audience: textLike('${azuread_application_identifier_uri.*.identifier_uri}')},
                        }}}}}}}
                        """);
    }

    @Test
    void keepsToThePolicyInBothModes() {
        PlatformStack inside = Stacks.privateStack();
        for (PlatformStack stack :
                new PlatformStack[] {example(Stacks.publicStack(), "Vnet"), example(inside, "Network")}) {
            SynthesizedStack synthesized = SynthesizedStack.of(stack);
            assertThat(Policy.standard().check(synthesized.name(), synthesized.jsonWithMetadata()))
                    .isEmpty();
        }
    }

    private static PlatformStack example(PlatformStack stack, String network) {
        stack.share(LogSink.class, Stacks.LOGS);
        stack.share(
                IApplicationInsights.class,
                new ApplicationInsights(
                        stack,
                        "Insights",
                        ApplicationInsightsProps.builder().logs(Stacks.LOGS).build()));
        IVirtualNetwork vnet = stack.getNode().tryFindChild(network) instanceof IVirtualNetwork known
                ? known
                : new VirtualNetwork(
                        stack,
                        network,
                        VirtualNetworkProps.builder()
                                .addressSpace("10.1.0.0/16")
                                .build());
        FunctionSubnet subnet = new FunctionSubnet(
                stack,
                "FunctionSubnet",
                FunctionSubnetProps.builder()
                        .network(vnet)
                        .range("10.1.12.0/27")
                        .build());
        new FunctionExample(
                stack,
                "Cars",
                subnet,
                new KeyVault(stack, "Vault", KeyVaultProps.builder().build()));
        return stack;
    }
}
