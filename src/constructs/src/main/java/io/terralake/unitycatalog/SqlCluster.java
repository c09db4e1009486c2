package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.cluster.Cluster;
import com.hashicorp.cdktf.providers.databricks.cluster.ClusterConfig;
import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.Compute;
import io.terralake.databricks.WorkspaceProvider;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Two small machines in the workspace's own network, a driver and a worker, so that they get through the lake's firewall. Terraform
 * starts them when a table is made, changed or dropped, and waits; they end when they are idle. Nobody but administrators may use them.
 */
public final class SqlCluster extends StackPart implements SqlCompute {
    private final Cluster resource;

    /** @throws io.terralake.core.ConstructException when the stack works in another workspace */
    public SqlCluster(Construct scope, String id, SqlClusterProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspaceProvider.configure(this, props.workspace());
        Compute compute = Objects.requireNonNull(props.compute());
        this.resource = new Cluster(
                this,
                "Resource",
                ClusterConfig.builder()
                        .clusterName(TerraformText.literal(props.name()))
                        .sparkVersion(TerraformText.literal(Objects.requireNonNull(compute.runtime())))
                        .nodeTypeId(TerraformText.literal(
                                Objects.requireNonNull(compute.nodeTypes()).get(0)))
                        .numWorkers(1)
                        .autoterminationMinutes(props.autoStopMinutes())
                        // Any administrator deploys, and standard access mode is the one that is nobody's own.
                        .dataSecurityMode("USER_ISOLATION")
                        .runtimeEngine("STANDARD")
                        // Databricks forgets clusters that have not run for 30 days.
                        .isPinned(true)
                        // The table waits.
                        .noWait(true)
                        .customTags(PlatformStack.of(this).tags())
                        .build());
    }

    /** The id of the cluster in the workspace. */
    public String clusterId() {
        return resource.getId();
    }

    @Override
    public void complete(SqlTableConfig.Builder table) {
        table.clusterId(clusterId());
    }
}
