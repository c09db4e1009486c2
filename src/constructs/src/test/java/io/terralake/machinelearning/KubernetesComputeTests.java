package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.kubernetes.Clusters;
import io.terralake.kubernetes.KubernetesCluster;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesComputeTests {
    private static final String SAMI = "${azapi_resource.Compute_*.identity[0].principal_id}";

    private final PlatformStack stack = MachineLearningWorkspaceTests.withLogs(Stacks.publicStack());

    @Test
    void attachesTheClusterWithAnIdentityOfItsOwn() {
        KubernetesCompute compute = compute(stack);
        assertThat(compute.computeName()).isEqualTo("models");
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.MachineLearningServices/workspaces/computes@2025-06-01',
                  name: 'models',
                  parent_id: textLike('${azapi_resource.Workspace_*.id}'),
                  location: 'westeurope',
                  identity: [{type: 'SystemAssigned'}],
                  ignore_casing: true,
                  body: {properties: {
                    computeType: 'Kubernetes',
                    resourceId: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                    properties: {namespace: 'default', defaultInstanceType: absent},
                  }},
                  depends_on: arrayWith(
                    textLike('azurerm_kubernetes_cluster_extension.Extension_*'),
                    textLike('azurerm_kubernetes_cluster_trusted_access_role_binding.Compute_*'),
                    textLike('azurerm_role_assignment.Workspace_Contributor-Cluster_*'),
                  ),
                }
                """);
    }

    /** So that local accounts can be off and the API server private: the workspace needs neither. */
    @Test
    void letsTheWorkspaceInByTrustedAccess() {
        compute(stack);
        assertThat(stack)
                .hasResource("azurerm_kubernetes_cluster_trusted_access_role_binding", """
                        {
                          name: 'azureml-models',
                          kubernetes_cluster_id: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                          source_resource_id: textLike('${azapi_resource.Workspace_*.id}'),
                          roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload'],
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Contributor',
                          scope: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                          principal_id: textLike('${azapi_resource.Workspace_*.identity[0].principal_id}'),
                        }
                        """)
                .hasResource(
                        "azurerm_kubernetes_cluster", "{local_account_disabled: true, run_command_enabled: false}");
    }

    @Test
    void fetchesModelsAndImages() {
        compute(stack);
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'AcrPull',
                          scope: textLike('${azurerm_container_registry.Workspace_*.id}'),
                          principal_id: textLike('%s'),
                        }
                        """.formatted(SAMI))
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'AcrPull',
                          scope: textLike('${azurerm_container_registry.Workspace_*.id}'),
                          principal_id: textLike('${azurerm_kubernetes_cluster.Cluster_*.kubelet_identity[0].object_id}'),
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Reader',
                          scope: textLike('${azurerm_storage_account.Workspace_*.id}'),
                          principal_id: textLike('%s'),
                        }
                        """.formatted(SAMI));
    }

    @Test
    void writesToStorageWhenJobsMayRun() {
        KubernetesExtension extension = new KubernetesExtension(
                stack,
                "Extension",
                KubernetesExtensionProps.builder()
                        .cluster(Clusters.cluster(stack))
                        .tlsSecret("models-tls")
                        .hostName("models.example.com")
                        .training(true)
                        .build());
        compute(stack, MachineLearningWorkspaceTests.workspace(stack), extension, "Compute", "models");
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Storage Blob Data Contributor', principal_id: textLike('%s')}
                        """.formatted(SAMI))
                .doesNotHaveResource("azurerm_role_assignment", "{role_definition_name: 'Storage Blob Data Reader'}");
    }

    /** Microsoft's documentation asks for both roles there. */
    @Test
    void hasTwoRolesOnStorageOfAWorkspaceOfHighImpact() {
        MachineLearningWorkspace workspace = new MachineLearningWorkspace(
                stack,
                "Workspace",
                MachineLearningWorkspaceProps.builder()
                        .purpose("ml")
                        .highBusinessImpact(true)
                        .build());
        compute(
                stack,
                workspace,
                KubernetesExtensionTests.extension(stack, Clusters.cluster(stack)),
                "Compute",
                "models");
        for (String role : new String[] {"Storage Blob Data Contributor", "Storage Account Contributor"}) {
            assertThat(stack).hasResource("azurerm_role_assignment", """
                    {role_definition_name: '%s', principal_id: textLike('%s')}
                    """.formatted(role, SAMI));
        }
    }

    @Test
    void isInANamespaceWithInstanceTypesOfTheClusters() {
        KubernetesComputeProps props = KubernetesComputeProps.builder()
                .workspace(MachineLearningWorkspace.fromWorkspaceId(
                        stack, "Hub", PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub")))
                .extension(KubernetesExtensionTests.extension(
                        stack,
                        KubernetesCluster.fromKubernetesClusterId(
                                stack,
                                "HubCluster",
                                PlatformTeam.id("Microsoft.ContainerService/managedClusters/aks-hub"))))
                .name("hub")
                .namespace("models")
                .defaultInstanceType("small")
                .build();
        KubernetesCompute compute = new KubernetesCompute(stack, "Compute", props);
        assertThat(compute.displayName()).isEqualTo("mlw-hub/computes/hub");
        assertThat(stack).hasResource("azapi_resource", """
                        {name: 'hub', body: {properties: {properties: {namespace: 'models', defaultInstanceType: 'small'}}}}
                        """).hasResourceCount("azurerm_role_assignment", 0);
    }

    @Test
    void isOneOfEightWithANameOfItsOwn() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        KubernetesExtension extension = KubernetesExtensionTests.extension(stack, Clusters.cluster(stack));
        for (int i = 1; i <= 8; i++) {
            compute(stack, workspace, extension, "Compute" + i, "models" + i);
        }
        assertThatThrownBy(() -> compute(stack, workspace, extension, "Again", "models8"))
                .hasMessage("the cluster is attached as \"models8\" already (at test-stack/Again)");
        assertThatThrownBy(() -> compute(stack, workspace, extension, "Ninth", "models9"))
                .hasMessage("a cluster is attached 8 times at most (at test-stack/Ninth)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | default | small | kubernetes compute name \"a\" (1 characters) is not allowed: 2 to 16 characters, letters, digits and hyphens inside, a letter first",
                "seventeen-letters | default | small | kubernetes compute name \"seventeen-letters\" (17 characters) is not allowed: 2 to 16 characters, letters, digits and hyphens inside, a letter first",
                "models | Default | small | namespace name \"Default\" (7 characters) is not allowed: 1 to 63 characters, lower-case letters, digits and hyphens inside",
                "models | default | small_1 | instance type name \"small_1\" (7 characters) is not allowed: 1 to 63 characters, lower-case letters, digits and hyphens inside",
            })
    void refusesNamesThatAreNotAllowed(String name, String namespace, String instanceType, String message) {
        KubernetesComputeProps props = KubernetesComputeProps.builder()
                .workspace(MachineLearningWorkspaceTests.workspace(stack))
                .extension(KubernetesExtensionTests.extension(stack, Clusters.cluster(stack)))
                .name(name)
                .namespace(namespace)
                .defaultInstanceType(instanceType)
                .build();
        assertThatThrownBy(() -> new KubernetesCompute(stack, "Compute", props))
                .hasMessage(message + " (at test-stack/Compute)");
    }

    static KubernetesCompute compute(PlatformStack stack) {
        return compute(
                stack,
                MachineLearningWorkspaceTests.workspace(stack),
                KubernetesExtensionTests.extension(stack, Clusters.cluster(stack)),
                "Compute",
                "models");
    }

    private static KubernetesCompute compute(
            PlatformStack stack,
            MachineLearningWorkspace workspace,
            KubernetesExtension extension,
            String id,
            String name) {
        return new KubernetesCompute(
                stack,
                id,
                KubernetesComputeProps.builder()
                        .workspace(workspace)
                        .extension(extension)
                        .name(name)
                        .build());
    }
}
