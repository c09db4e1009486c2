package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.sql_endpoint.SqlEndpoint;
import com.hashicorp.cdktf.providers.databricks.sql_endpoint.SqlEndpointConfig;
import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.WorkspaceProvider;
import software.constructs.Construct;

/**
 * What SQL runs on, of the smallest size and serverless: it is there in seconds and costs nothing while nobody asks. It stands in
 * Databricks' network, not in the workspace's: a firewall of the lake lets it through only when an administrator of the Databricks
 * account gave the workspace a network connectivity configuration.
 *
 * @see <a href="https://learn.microsoft.com/azure/databricks/security/network/serverless-network-security/serverless-firewall">A
 *     firewall for serverless compute</a>
 */
public final class SqlWarehouse extends StackPart implements SqlCompute {
    private final SqlEndpoint resource;

    /** @throws io.terralake.core.ConstructException when the stack works in another workspace */
    public SqlWarehouse(Construct scope, String id, SqlWarehouseProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspaceProvider.configure(this, props.workspace());
        this.resource = new SqlEndpoint(
                this,
                "Resource",
                SqlEndpointConfig.builder()
                        .name(TerraformText.literal(props.name()))
                        .clusterSize("2X-Small")
                        .maxNumClusters(props.maxClusters())
                        .autoStopMins(props.autoStopMinutes())
                        .warehouseType("PRO")
                        .enableServerlessCompute(true)
                        .build());
    }

    /** The id of the warehouse in the workspace. */
    public String warehouseId() {
        return resource.getId();
    }

    @Override
    public void complete(SqlTableConfig.Builder table) {
        table.warehouseId(warehouseId());
    }
}
