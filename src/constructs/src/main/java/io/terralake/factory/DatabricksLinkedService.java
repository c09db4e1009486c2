package io.terralake.factory;

import io.terralake.databricks.DatabricksWorkspace;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a Databricks workspace, for jobs that are defined there and bring their own compute. The
 * factory needs {@link DatabricksWorkspace#grantManage}, and in private mode a way in:
 * {@code factory.connectTo("databricks", workspace.workspaceId(), DatabricksPrivateLink.UI_API)}.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks">Azure Databricks
 *     linked service</a>
 */
public final class DatabricksLinkedService extends CustomLinkedService {

    /** @param name the name in the factory */
    public DatabricksLinkedService(
            Construct scope, String id, DataFactory factory, String name, DatabricksWorkspace workspace) {
        super(
                scope,
                id,
                factory,
                name,
                "AzureDatabricks",
                Map.of(
                        "authentication", "MSI",
                        "domain", workspace.url(),
                        "workspaceResourceId", workspace.workspaceId()));
    }
}
