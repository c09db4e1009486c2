package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.Place;
import io.terralake.core.PlaceProps;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.storage.StorageAccount;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeClusterTests {
    private final PlatformStack stack = MachineLearningWorkspaceTests.withLogs(Stacks.publicStack());

    @Test
    void comesAndGoesAndLetsNobodyIn() {
        ComputeCluster cluster = cluster(MachineLearningWorkspaceTests.workspace(stack));
        assertThat(cluster.computeName()).isEqualTo("cpu-cluster");
        assertThat(stack)
                .hasResource("azurerm_machine_learning_compute_cluster", """
                        {
                          name: 'cpu-cluster',
                          machine_learning_workspace_id: textLike('${azapi_resource.Workspace_*.id}'),
                          location: 'westeurope',
                          vm_size: 'Standard_DS3_v2',
                          vm_priority: 'Dedicated',
                          scale_settings: {min_node_count: 0, max_node_count: 4, scale_down_nodes_after_idle_duration: 'PT2M'},
                          identity: {type: 'SystemAssigned'},
                          local_auth_enabled: false,
                          ssh_public_access_enabled: false,
                          node_public_ip_enabled: true,
                          subnet_resource_id: absent,
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          scope: textLike('${azurerm_storage_account.Workspace_Storage_*.id}'),
                          principal_id: textLike('${azurerm_machine_learning_compute_cluster.*.identity[0].principal_id}'),
                        }
                        """);
    }

    /** Its making makes the network, and every endpoint in that. */
    @Test
    void waitsForEveryOutboundRule() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        cluster(workspace);
        workspace.reach(StorageAccount.fromAccountId(stack, "lake", PlatformTeam.LAKE));
        assertThat(stack).hasResource("azurerm_machine_learning_compute_cluster", """
                {depends_on: [
                  textLike('azapi_resource.Workspace_OutboundRules_storage-blob_*'),
                  textLike('azapi_resource.Workspace_OutboundRules_storage-file_*'),
                  textLike('azapi_resource.Workspace_OutboundRules_vault_*'),
                  textLike('azapi_resource.Workspace_OutboundRules_lake-blob_*'),
                  textLike('azapi_resource.Workspace_OutboundRules_lake-dfs_*'),
                ]}
                """);
    }

    @Test
    void hasNoPublicAddressInPrivateMode() {
        PlatformStack closed = MachineLearningWorkspaceTests.withLogs(Stacks.privateStack());
        cluster(MachineLearningWorkspaceTests.workspace(closed), closed);
        assertThat(closed).hasResource("azurerm_machine_learning_compute_cluster", "{node_public_ip_enabled: false}");
    }

    @Test
    void standsWhereItsWorkspaceDoes() {
        Place place = new Place(
                stack,
                "East",
                PlaceProps.builder().purpose("ml").region(Region.EAST_US).build());
        cluster(new MachineLearningWorkspace(
                place,
                "Workspace",
                MachineLearningWorkspaceProps.builder().purpose("ml").build()));
        assertThat(stack).hasResource("azurerm_machine_learning_compute_cluster", "{location: 'eastus'}");
    }

    @Test
    void buildsImages() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        workspace.buildImagesOn(cluster(workspace));
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{name: 'mlw-lakes-ml-test-weu', body: {properties: {imageBuildCompute: 'cpu-cluster'}}}")
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'AcrPush', scope: textLike('${azurerm_container_registry.*.id}')}
                        """);
    }

    @Test
    void buildsNoImagesOfOthers() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        ComputeCluster others = cluster(MachineLearningWorkspace.fromWorkspaceId(
                stack, "Hub", PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub")));
        assertThatThrownBy(() -> workspace.buildImagesOn(others))
                .hasMessage("cluster \"test-stack/Cluster\" is another workspace's (at test-stack/Workspace)");
    }

    @Test
    void isOperated() {
        cluster(MachineLearningWorkspaceTests.workspace(stack))
                .grantOperate(Principal.group("people", PlatformTeam.SUBSCRIPTION));
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {role_definition_name: 'AzureML Compute Operator', scope: textLike('${azurerm_machine_learning_compute_cluster.*.id}')}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "1cluster", "cluster-", "cpu_cluster", "a23456789012345678901234567890123"})
    void refusesNamesThatAzureRefuses(String name) {
        ComputeClusterProps props = props(hub()).name(name).build();
        assertThatThrownBy(() -> new ComputeCluster(stack, "Cluster", props))
                .hasMessage(
                        "compute cluster name \"%s\" (%d characters) is not allowed: 3 to 32 characters, letters, digits and hyphens inside, a letter first (at test-stack/Cluster)"
                                .formatted(name, name.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | maximum of machines of 0 is not allowed: 1 to 100",
                "0 | 101 | maximum of machines of 101 is not allowed: 1 to 100",
                "3 | 2 | minimum of machines of 3 is not allowed: 0 to 2",
                "-1 | 2 | minimum of machines of -1 is not allowed: 0 to 2",
            })
    void refusesNumbersOfMachines(int least, int most, String message) {
        assertThatThrownBy(() -> props(hub()).minNodes(least).maxNodes(most).build())
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT24H1S", "PT1M30.5S"})
    void refusesIdleTimes(String time) {
        assertThatThrownBy(() -> props(hub()).idleTime(Duration.parse(time)).build())
                .hasMessage("idle time of %s is not allowed: 1 minute to 1 day in whole seconds", time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DS3_v2", "Standard", "Standard_DS3 v2", "Basic_A1"})
    void refusesVmSizesThatAreNone(String size) {
        assertThatThrownBy(() -> props(hub()).vmSize(size).build())
                .hasMessage("VM size \"%s\" is not allowed: a size such as Standard_DS3_v2", size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD_DS3_V2", "Standard_E4s_v3", "Standard_NC4as_T4_v3", "Standard_ND96isr_H100_v5"})
    void takesVmSizes(String size) {
        assertThat(props(hub()).vmSize(size).build().vmSize()).isEqualTo(size);
    }

    private IMachineLearningWorkspace hub() {
        return MachineLearningWorkspace.fromWorkspaceId(
                stack, "Hub", PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub"));
    }

    private ComputeCluster cluster(IMachineLearningWorkspace workspace) {
        return cluster(workspace, stack);
    }

    private static ComputeCluster cluster(IMachineLearningWorkspace workspace, PlatformStack stack) {
        return new ComputeCluster(stack, "Cluster", props(workspace).build());
    }

    private static ComputeClusterPropsBuilder props(IMachineLearningWorkspace workspace) {
        return ComputeClusterProps.builder()
                .workspace(workspace)
                .name("cpu-cluster")
                .vmSize("Standard_DS3_v2")
                .maxNodes(4);
    }
}
