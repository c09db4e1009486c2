package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class KubernetesOnlineEndpointTests {
    private final PlatformStack stack = MachineLearningWorkspaceTests.withLogs(Stacks.publicStack());

    /** The original's service in Kubernetes asked nobody who they are. A key would be valid for ever. */
    @Test
    void takesTokensThatExpire() {
        endpoint(stack);
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {
                          type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01',
                          name: 'cars-dev',
                          parent_id: textLike('${azapi_resource.Workspace_*.id}'),
                          location: 'westeurope',
                          identity: [{type: 'SystemAssigned'}],
                          body: {kind: absent, properties: {
                            authMode: 'AMLToken',
                            compute: textLike('${azapi_resource.Compute_*.id}'),
                            description: 'prices of cars',
                            traffic: {},
                            keys: absent,
                            publicNetworkAccess: absent,
                          }},
                          ignore_body_changes: ['properties.traffic'],
                          response_export_values: ['properties.scoringUri'],
                        }
                        """)
                .doesNotHaveResource("azapi_resource", "{body: {properties: {authMode: 'Key'}}}");
    }

    @Test
    void isTheSameInPrivateMode() {
        PlatformStack inside = MachineLearningWorkspaceTests.withLogs(Stacks.privateStack());
        endpoint(inside);
        assertThat(inside)
                .hasResource("azapi_resource", "{name: 'cars-dev', body: {properties: {authMode: 'AMLToken'}}}");
    }

    /** The role has the right to ask for a token. */
    @Test
    void isAskedByWhomItIsGranted() {
        endpoint(stack).grantScore(Principal.servicePrincipal("app", PlatformTeam.SUBSCRIPTION));
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'AzureML Data Scientist',
                  scope: textLike('${azapi_resource.Endpoint_*.id}'),
                  principal_id: '%s',
                }
                """.formatted(PlatformTeam.SUBSCRIPTION));
    }

    @Test
    void refusesNamesThatAzureRefuses() {
        KubernetesOnlineEndpointProps props = KubernetesOnlineEndpointProps.builder()
                .compute(KubernetesComputeTests.compute(stack))
                .name("cars_dev")
                .build();
        assertThatThrownBy(() -> new KubernetesOnlineEndpoint(stack, "Endpoint", props))
                .hasMessage(
                        "online endpoint name \"cars_dev\" (8 characters) is not allowed: 3 to 32 characters, letters, digits and single hyphens inside, a letter first (at test-stack/Endpoint)");
    }

    private static KubernetesOnlineEndpoint endpoint(PlatformStack stack) {
        return new KubernetesOnlineEndpoint(
                stack,
                "Endpoint",
                KubernetesOnlineEndpointProps.builder()
                        .compute(KubernetesComputeTests.compute(stack))
                        .name("cars-dev")
                        .description("prices of cars")
                        .build());
    }
}
