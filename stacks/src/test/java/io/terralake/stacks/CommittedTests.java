package io.terralake.stacks;

import static java.util.Map.entry;

import io.terralake.assertions.AddressContract;
import io.terralake.assertions.CommittedText;
import io.terralake.assertions.Snapshots;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.diagrams.MermaidDiagram;
import io.terralake.diagrams.PlatformPicture;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is committed about the platform is what it synthesizes to. */
class CommittedTests {
    /** What arrows of the diagrams are called that are more than references. */
    private static final Map<String, String> ARROWS = Map.of(
            "azurerm_application_insights", "telemetry",
            "azurerm_monitor_activity_log_alert", "alerts",
            "azurerm_monitor_diagnostic_setting", "logs");

    /** What the picture calls services; what has no name here is not drawn. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            entry("azurerm_api_management", "API Management"),
            entry("azurerm_application_insights", "Application Insights"),
            entry("azurerm_consumption_budget_resource_group", "Budget"),
            entry("azurerm_cosmosdb_account", "Cosmos DB"),
            entry("azurerm_data_factory", "Data Factory"),
            entry("azurerm_data_factory_data_flow", "data flow"),
            entry("azurerm_databricks_workspace", "Databricks"),
            entry("azurerm_eventhub_namespace", "Event Hubs"),
            entry("azurerm_key_vault", "Key Vault"),
            entry("azurerm_log_analytics_workspace", "Log Analytics"),
            entry("azurerm_monitor_action_group", "Alerts"),
            entry("azurerm_mssql_database", "SQL database"),
            entry("azurerm_mssql_server", "SQL server"),
            entry("azurerm_storage_account", "Storage"),
            entry("azurerm_storage_container", "container"),
            entry("azurerm_storage_queue", "queue"),
            entry("azurerm_virtual_network", "Network"),
            entry("databricks_catalog", "Unity Catalog"),
            entry("databricks_job", "Spark job"),
            entry("databricks_notebook", "notebook"),
            entry("databricks_sql_table", "Delta table"),
            entry("Microsoft.DataFactory/factories/pipelines", "Pipeline"),
            entry("Microsoft.EventGrid/systemTopics/eventSubscriptions", "Event Grid"),
            entry("Microsoft.EventHub/namespaces/eventhubs", "event hub"),
            entry("Microsoft.Logic/workflows", "Workflow"),
            entry("Microsoft.MachineLearningServices/workspaces", "Azure ML"),
            entry("Microsoft.Web/sites", "Functions"));

    @Test
    void snapshotsAreCurrent() {
        Snapshots.in(Path.of("..", "main.tf.json.snapshots")).verify(Platform.app());
    }

    @Test
    void statefulResourcesKeepTheirAddresses() {
        AddressContract.at(Path.of("stateful-addresses.txt")).verify(Platform.app());
    }

    @Test
    void diagramsAreCurrent() {
        String diagrams =
                Platform.app().stacks().stream().map(CommittedTests::section).collect(Collectors.joining("\n"));
        CommittedText.at(Path.of("..", "docs", "architecture.md")).verify("""
                        # Architecture

                        A diagram for each stack, drawn from what it synthesizes to by `MermaidDiagram`: a box is a construct
                        directly under the stack, an arrow is a reference, named where it is more than that.

                        """ + diagrams);
    }

    @Test
    void pictureIsCurrent() {
        CommittedText.at(Path.of("..", "docs", "platform.svg"))
                .verify(PlatformPicture.of(Platform.app(), "dev", SERVICES));
    }

    private static String section(SynthesizedStack stack) {
        return "## %s\n\n```mermaid\n%s```\n".formatted(stack.name(), MermaidDiagram.of(stack, ARROWS));
    }
}
