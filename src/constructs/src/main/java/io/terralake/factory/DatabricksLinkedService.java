package io.terralake.factory;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a Databricks workspace, for jobs that are defined there and bring their own compute, and
 * for what runs on a cluster of it, when one is named. The factory needs {@link io.terralake.databricks.IDatabricksWorkspace#grantManage}, and in private mode a way in:
 * {@code factory.connectTo("databricks", workspace.workspaceId(), DatabricksPrivateLink.UI_API)}.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks">Azure Databricks
 *     linked service</a>
 */
public final class DatabricksLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;
    private final boolean hasCluster;

    public DatabricksLinkedService(Construct scope, String id, DatabricksLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        Map<String, String> properties = new HashMap<>(Map.of(
                "authentication", "MSI",
                "domain", props.workspace().url(),
                "workspaceResourceId", props.workspace().workspaceId()));
        if (props.clusterId() != null) {
            properties.put("existingClusterId", props.clusterId());
        }
        this.linkedServiceName = LinkedServiceResource.add(
                this, factory, props.name(), "AzureDatabricks", LinkedServiceResource.json(properties));
        this.hasCluster = props.clusterId() != null;
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    /** Whether it names a cluster for what does not bring its own. */
    public boolean hasCluster() {
        return hasCluster;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
