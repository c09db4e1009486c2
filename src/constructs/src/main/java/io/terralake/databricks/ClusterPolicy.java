package io.terralake.databricks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.databricks.cluster_policy.ClusterPolicyConfig;
import com.hashicorp.cdktf.providers.databricks.permissions.Permissions;
import com.hashicorp.cdktf.providers.databricks.permissions.PermissionsAccessControl;
import com.hashicorp.cdktf.providers.databricks.permissions.PermissionsConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.identity.Grant;
import io.terralake.identity.ResourceGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What the clusters of jobs may be: one runtime, some sizes, a limit of workers, Unity Catalog's rules for whoever runs
 * the job, no public addresses of their own.
 *
 * @see <a href="https://learn.microsoft.com/azure/databricks/admin/clusters/policy-definition">Compute policy reference</a>
 */
public final class ClusterPolicy extends StackPart {
    static final String SECURITY_MODE = "SINGLE_USER";

    private final IDatabricksWorkspace workspace;
    private final Compute compute;
    private final String policyId;
    private final List<DatabricksPrincipal> users = new ArrayList<>();
    /** Terraform has one resource for all of them. */
    private @Nullable Permissions permissions;

    public ClusterPolicy(Construct scope, String id, ClusterPolicyProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.workspace = props.workspace();
        this.compute = Objects.requireNonNull(props.compute());
        WorkspaceProvider.configure(this, workspace);
        this.policyId = new com.hashicorp.cdktf.providers.databricks.cluster_policy.ClusterPolicy(
                        this,
                        "Resource",
                        ClusterPolicyConfig.builder()
                                .name(TerraformText.literal(props.name()))
                                .definition(TerraformText.literal(definition(compute)))
                                .build())
                .getId();
    }

    IDatabricksWorkspace workspace() {
        return workspace;
    }

    Compute compute() {
        return compute;
    }

    /** The id of the policy in the workspace. */
    public String policyId() {
        return policyId;
    }

    /** Lets a principal make clusters by the policy, such as whom a job runs as. */
    public Grant grantUse(DatabricksPrincipal principal) {
        if (!users.contains(principal)) {
            users.add(principal);
        }
        List<PermissionsAccessControl> all =
                users.stream().map(ClusterPolicy::mayUse).toList();
        if (permissions == null) {
            permissions = new Permissions(
                    this,
                    "Permissions",
                    PermissionsConfig.builder()
                            .clusterPolicyId(policyId)
                            .accessControl(all)
                            .build());
        }
        permissions.putAccessControl(all);
        return new ResourceGrant(permissions);
    }

    private static PermissionsAccessControl mayUse(DatabricksPrincipal principal) {
        String name = TerraformText.literal(principal.name());
        PermissionsAccessControl.Builder control =
                PermissionsAccessControl.builder().permissionLevel("CAN_USE");
        return switch (principal.kind()) {
            case GROUP -> control.groupName(name).build();
            case SERVICE_PRINCIPAL -> control.servicePrincipalName(name).build();
            case USER -> control.userName(name).build();
        };
    }

    private static String definition(Compute compute) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        fix(definition, "cluster_type", "job");
        fix(definition, "data_security_mode", SECURITY_MODE);
        fix(definition, "spark_version", Objects.requireNonNull(compute.runtime()));
        allow(definition, "node_type_id", Objects.requireNonNull(compute.nodeTypes()));
        allow(definition, "driver_node_type_id", Objects.requireNonNull(compute.nodeTypes()))
                .put("isOptional", true);
        definition.putObject("num_workers").put("type", "range").put("maxValue", compute.maxWorkers());
        definition.putObject("autoscale.max_workers").put("type", "range").put("maxValue", compute.maxWorkers());
        return definition.toString();
    }

    private static void fix(ObjectNode definition, String attribute, String value) {
        definition.putObject(attribute).put("type", "fixed").put("value", value);
    }

    private static ObjectNode allow(ObjectNode definition, String attribute, List<String> values) {
        ObjectNode rule = definition.putObject(attribute).put("type", "allowlist");
        values.forEach(rule.putArray("values")::add);
        return rule;
    }
}
