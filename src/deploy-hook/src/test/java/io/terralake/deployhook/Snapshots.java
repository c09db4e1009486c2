package io.terralake.deployhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the platform's stacks declare, with what Terraform knows after a deployment in the place of its references. */
final class Snapshots {
    private static final String GROUP =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-tlake-dev/providers/";
    private static final String FACTORY = GROUP + "Microsoft.DataFactory/factories/adf-tlake-dev-weu";

    private Snapshots() {}

    /** The output {@code deploy_hook} of a stack. */
    static String output(String stack) throws IOException {
        JsonNode snapshot = new JsonMapper()
                .readTree(Files.readString(Path.of("..", "..", "main.tf.json.snapshots", stack + ".tf.json")));
        return snapshot.at("/output/deploy_hook/value")
                .toString()
                .replaceAll("\\$\\{[^}]*managed_private_endpoint\\.\\w+?-([\\w-]+?)_[0-9A-F]{8}\\.id}", endpoint("$1"))
                .replaceAll(
                        "\\$\\{[^}]*azurerm_storage_account\\.[^}]*\\.id}",
                        GROUP + "Microsoft.Storage/storageAccounts/lake")
                .replaceAll(
                        "\\$\\{[^}]*azurerm_databricks_workspace\\.[^}]*\\.id}",
                        GROUP + "Microsoft.Databricks/workspaces/dbw-1")
                .replaceAll(
                        "\\$\\{[^}]*azurerm_cosmosdb_account\\.[^}]*\\.id}",
                        GROUP + "Microsoft.DocumentDB/databaseAccounts/cosmos-1")
                .replaceAll("\\$\\{[^}]*azapi_resource\\.Functions[^}]*\\.id}", GROUP + "Microsoft.Web/sites/func-1")
                .replaceAll("\\$\\{[^}]*azurerm_mssql_server\\.[^}]*\\.id}", GROUP + "Microsoft.Sql/servers/sql-1")
                .replaceAll("\\$\\{[^}]*azurerm_data_factory[^}]*id}", FACTORY)
                .replaceAll("\\$\\{[^}]*fully_qualified_domain_name}", "sql-1.database.windows.net")
                .replaceAll("\\$\\{[^}]*azurerm_mssql_database[^}]*name}", "loans");
    }

    private static String endpoint(String name) {
        return FACTORY + "/managedVirtualNetworks/default/managedPrivateEndpoints/" + name;
    }
}
