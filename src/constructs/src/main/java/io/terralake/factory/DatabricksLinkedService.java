package io.terralake.factory;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a Databricks workspace, for jobs that are defined there and bring their own compute. The
 * factory needs {@link io.terralake.databricks.IDatabricksWorkspace#grantManage}, and in private mode a way in:
 * {@code factory.connectTo("databricks", workspace.workspaceId(), DatabricksPrivateLink.UI_API)}.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks">Azure Databricks
 *     linked service</a>
 */
public final class DatabricksLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    public DatabricksLinkedService(Construct scope, String id, DatabricksLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.add(
                this,
                factory,
                props.name(),
                "AzureDatabricks",
                LinkedServiceResource.json(Map.of(
                        "authentication", "MSI",
                        "domain", props.workspace().url(),
                        "workspaceResourceId", props.workspace().workspaceId())));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
