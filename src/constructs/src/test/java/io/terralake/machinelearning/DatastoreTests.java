package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class DatastoreTests {
    private final PlatformStack stack = MachineLearningWorkspaceTests.withLogs(Stacks.publicStack());

    @Test
    void keepsNoCredentials() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        Zone silver = lake.addZone("silver", ZoneProps.builder().build());
        Zone gold = lake.addZone("gold", ZoneProps.builder().build());
        datastore(workspace, silver, "Silver");
        datastore(workspace, gold, "Gold");
        assertThat(stack)
                .hasResource("azurerm_machine_learning_datastore_datalake_gen2", """
                        {
                          name: 'silver',
                          workspace_id: textLike('${azapi_resource.Workspace_*.id}'),
                          storage_container_id: textLike('${azurerm_storage_container.Lake_silver_*.id}'),
                          service_data_identity: 'WorkspaceSystemAssignedIdentity',
                          tenant_id: absent,
                          client_id: absent,
                          client_secret: absent,
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Reader',
                          scope: textLike('${azurerm_storage_container.Lake_silver_*.id}'),
                          principal_id: textLike('${azapi_resource.Workspace_*.identity[0].principal_id}'),
                        }
                        """);
    }

    /** A lake's firewall denies: machines come in by endpoints of their network, which both zones share. */
    @Test
    void isReachedByEndpointsOfTheWorkspacesNetwork() {
        MachineLearningWorkspace workspace = MachineLearningWorkspaceTests.workspace(stack);
        var lake = DataLake.fromAccountId(stack, "Lake", PlatformTeam.LAKE, "silver", "gold");
        datastore(workspace, lake.zone("silver"), "Silver");
        datastore(workspace, lake.zone("gold"), "Gold");
        for (String part : new String[] {"blob", "dfs"}) {
            assertThat(stack).hasResource("azapi_resource", """
                    {
                      name: 'Lake-%1$s',
                      body: {properties: {type: 'PrivateEndpoint', destination: {serviceResourceId: '%2$s', subresourceTarget: '%1$s'}}},
                    }
                    """.formatted(part, PlatformTeam.LAKE));
        }
        assertThat(stack).hasResourceCount("azapi_resource", 6).hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Azure AI Enterprise Network Connection Approver', scope: '%s'}
                        """.formatted(
                        PlatformTeam.LAKE));
    }

    @Test
    void hasAnAddress() {
        Datastore datastore = datastore(hub(), zone(), "Silver");
        new TerraformOutput(
                stack,
                "Output",
                TerraformOutputConfig.builder()
                        .value(datastore.uri("cars/2026"))
                        .build());
        assertThat(stack)
                .hasOutput(
                        "Output",
                        Match.textLike(
                                "azureml://datastores/${azurerm_machine_learning_datastore_datalake_gen2.*.name}/paths/cars/2026"));
        assertThat(stack).hasResource("azurerm_machine_learning_datastore_datalake_gen2", """
                {service_data_identity: 'None'}
                """);
    }

    @Test
    void refusesNamesThatAzureRefuses() {
        DatastoreProps props = DatastoreProps.builder()
                .workspace(hub())
                .zone(zone())
                .name("silver.zone")
                .build();
        assertThatThrownBy(() -> new Datastore(stack, "Silver", props))
                .hasMessage(
                        "datastore name \"silver.zone\" (11 characters) is not allowed: 1 to 255 characters, letters,"
                                + " digits, '_' and '-', a letter or digit first (at test-stack/Silver)");
    }

    private IMachineLearningWorkspace hub() {
        return MachineLearningWorkspace.fromWorkspaceId(
                stack, "Hub", PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub"));
    }

    private Zone zone() {
        return DataLake.fromAccountId(stack, "Lake", PlatformTeam.LAKE, "silver")
                .zone("silver");
    }

    private Datastore datastore(IMachineLearningWorkspace workspace, Zone zone, String id) {
        return new Datastore(
                stack,
                id,
                DatastoreProps.builder().workspace(workspace).zone(zone).build());
    }
}
