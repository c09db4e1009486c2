package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineEndpointTests {
    private static final Principal APP = Principal.servicePrincipal("app", PlatformTeam.SUBSCRIPTION);

    private final PlatformStack stack = MachineLearningWorkspaceTests.withLogs(Stacks.publicStack());

    @Test
    void takesTokensOfEntraAndLeavesTrafficAlone() {
        OnlineEndpoint endpoint = endpoint(stack);
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01',
                  name: 'cars-dev',
                  parent_id: textLike('${azapi_resource.Workspace_*.id}'),
                  location: 'westeurope',
                  identity: [{type: 'SystemAssigned'}],
                  body: exactly({
                    kind: 'Managed',
                    properties: {authMode: 'AADToken', publicNetworkAccess: 'Enabled', traffic: {}},
                  }),
                  ignore_body_changes: ['properties.traffic'],
                  response_export_values: ['properties.scoringUri'],
                }
                """);
        new TerraformOutput(
                stack,
                "Output",
                TerraformOutputConfig.builder().value(endpoint.scoringUri()).build());
        assertThat(stack)
                .hasOutput("Output", Match.textLike("${azapi_resource.Endpoint_*.output.properties.scoringUri}"));
    }

    @Test
    void isReachedThroughTheWorkspaceInPrivateMode() {
        PlatformStack closed = MachineLearningWorkspaceTests.withLogs(Stacks.privateStack());
        endpoint(closed);
        assertThat(closed)
                .hasResource(
                        "azapi_resource", "{name: 'cars-dev', body: {properties: {publicNetworkAccess: 'Disabled'}}}");
    }

    @Test
    void isAskedByWhomItIsGranted() {
        endpoint(stack).grantScore(APP);
        String id = PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub/onlineEndpoints/cars");
        IOnlineEndpoint hub =
                OnlineEndpoint.fromEndpointId(stack, "Hub", id, "https://cars.westeurope.inference.ml.azure.com/score");
        hub.grantScore(APP);
        assertThat(hub.scoringUri()).isEqualTo("https://cars.westeurope.inference.ml.azure.com/score");
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'AzureML Data Scientist', scope: textLike('${azapi_resource.Endpoint_*.id}')}
                        """)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'AzureML Data Scientist', scope: '%s'}".formatted(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "1cars", "cars--dev", "cars-", "cars_dev", "a23456789012345678901234567890123"})
    void refusesNamesThatAzureRefuses(String name) {
        OnlineEndpointProps props = OnlineEndpointProps.builder()
                .workspace(MachineLearningWorkspaceTests.workspace(stack))
                .name(name)
                .build();
        assertThatThrownBy(() -> new OnlineEndpoint(stack, "Endpoint", props))
                .hasMessage(
                        "online endpoint name \"%s\" (%d characters) is not allowed: 3 to 32 characters, letters, digits and single hyphens inside, a letter first (at test-stack/Endpoint)"
                                .formatted(name, name.length()));
    }

    private static OnlineEndpoint endpoint(PlatformStack stack) {
        return new OnlineEndpoint(
                stack,
                "Endpoint",
                OnlineEndpointProps.builder()
                        .workspace(MachineLearningWorkspaceTests.workspace(stack))
                        .name("cars-dev")
                        .build());
    }
}
