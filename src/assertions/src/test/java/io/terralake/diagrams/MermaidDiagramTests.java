package io.terralake.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MermaidDiagramTests {
    @TempDir
    Path folder;

    @Test
    void drawsOtherStacksThatAreRead() {
        String json = """
                {"data": {"terraform_remote_state": {"cross-stack-reference-input-zone": {
                  "//": {"metadata": {"path": "s/cross-stack-reference-input-zone"}}}}},
                 "resource": {"azurerm_mssql_database": {"Database": {"//": {"metadata": {"path": "s/Database/Resource"}},
                  "name": "loans",
                  "server_id": "${data.terraform_remote_state.cross-stack-reference-input-zone.outputs.server}"}}}}
                """;
        assertThat(draw(json, Map.of())).isEqualTo("""
                        flowchart LR
                            Database["mssql database<br/><b>loans</b>"]
                            cross_stack_reference_input_zone["stack<br/><b>zone</b>"]
                          Database --> cross_stack_reference_input_zone
                        """);
    }

    @Test
    void groupsChildrenWithTheirParentAndNamesArrows() {
        String json = """
                {"resource": {
                  "azurerm_resource_group": {"Group": {"//": {"metadata": {"path": "s/Group"}}, "name": "rg"}},
                  "azurerm_storage_account": {"Lake": {"//": {"metadata": {"path": "s/Lake/Resource"}},
                    "name": "stlake", "resource_group_name": "${azurerm_resource_group.Group.name}"}},
                  "azurerm_storage_container": {"Lake_raw": {"//": {"metadata": {"path": "s/Lake/raw/Resource"}},
                    "name": "raw", "storage_account_id": "${azurerm_storage_account.Lake.id}"}},
                  "azurerm_data_factory": {"Factory": {"//": {"metadata": {"path": "s/Factory/Resource"}}, "name": "adf"}},
                  "azurerm_role_assignment": {"Grant": {"//": {"metadata": {"path": "s/Factory/Grant/Resource"}},
                    "role_definition_name": "Storage Blob Data Reader",
                    "principal_id": "${azurerm_data_factory.Factory.identity[0].principal_id}",
                    "scope": "${azurerm_storage_account.Lake.id}"}},
                  "azurerm_monitor_diagnostic_setting": {"D": {"//": {"metadata": {"path": "s/Lake/Resource/Diagnostics"}},
                    "log_analytics_workspace_id": "${azurerm_log_analytics_workspace.Logs.id}"}},
                  "azurerm_log_analytics_workspace": {"Logs": {"//": {"metadata": {"path": "s/Logs/Resource"}}, "name": "log"}}
                }}
                """;
        assertThat(draw(json, Map.of("azurerm_monitor_diagnostic_setting", "logs")))
                .isEqualTo("""
                        flowchart LR
                          subgraph rg["resource group rg"]
                            direction LR
                            Factory["data factory<br/><b>adf</b>"]
                            Logs["log analytics workspace<br/><b>log</b>"]
                            subgraph Lake["storage account <b>stlake</b>"]
                              direction LR
                              azurerm_storage_container_Lake_raw["container<br/><b>raw</b>"]
                            end
                          end
                          Factory -- "Storage Blob Data Reader" --> Lake
                          Lake -- "logs" --> Logs
                        """);
    }

    @Test
    void leavesOutWhatBelongsToOthersWhateverItsType() {
        String json = """
                {"resource": {
                  "acme_tower": {
                    "Tower": {"//": {"metadata": {"path": "s/Tower/Resource"}}, "name": "t"},
                    "Other": {"//": {"metadata": {"path": "s/Other/Resource"}}, "name": "o"}},
                  "acme_tower_floor": {"Floor": {"//": {"metadata": {"path": "s/Tower/first/Resource"}},
                    "name": "first", "tower": "${acme_tower.Tower.id}"}},
                  "acme_lock": {"Lock": {"//": {"metadata": {"path": "s/Tower/Resource/Lock"}},
                    "name": "lock", "on": "${acme_tower.Tower.id}"}},
                  "acme_paint": {"Paint": {"//": {"metadata": {"path": "s/Tower/Paint"}},
                    "tower": "${acme_tower.Tower.id}"}},
                  "acme_tower_bridge": {"Bridge": {"//": {"metadata": {"path": "s/Tower/Bridge"}},
                    "name": "bridge", "from": "${acme_tower.Tower.id}", "to": "${acme_tower.Other.id}"}}
                }}
                """;
        assertThat(draw(json, Map.of())).isEqualTo("""
                        flowchart LR
                            subgraph Tower["tower <b>t</b>"]
                              direction LR
                              acme_tower_floor_Floor["floor<br/><b>first</b>"]
                            end
                            Other["tower<br/><b>o</b>"]
                          Tower -- "bridge" --> Other
                        """);
    }

    @Test
    void namesResourcesOfAzapiByWhatTheyMake() {
        String json = """
                {"resource": {"azapi_resource": {"P": {"//": {"metadata": {"path": "s/P/Resource"}},
                  "type": "Microsoft.DataFactory/factories/pipelines@2018-06-01", "name": "copy"}}}}
                """;
        assertThat(draw(json, Map.of())).contains("P[\"factories pipelines<br/><b>copy</b>\"]");
    }

    private String draw(String json, Map<String, String> arrowNames) {
        return MermaidDiagram.of(Stacks.read(folder, Map.of("s", json)).stack("s"), arrowNames);
    }
}
