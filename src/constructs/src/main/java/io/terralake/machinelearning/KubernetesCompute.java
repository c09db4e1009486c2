package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster_trusted_access_role_binding.KubernetesClusterTrustedAccessRoleBinding;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster_trusted_access_role_binding.KubernetesClusterTrustedAccessRoleBindingConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.DependsOn;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.GeneralRole;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.RoleGrant;
import io.terralake.kubernetes.KubernetesCluster;
import java.util.List;
import software.constructs.Construct;

/**
 * A cluster of Kubernetes as compute of a workspace, which reaches the cluster by Trusted Access: its API server may be private and take no
 * local accounts. Models and images are fetched by the compute's identity. Of a workspace made here it gets the roles that it needs; in one
 * that is managed elsewhere somebody gives it AcrPull and Storage Blob Data Reader.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace">Attach a Kubernetes cluster to
 *     Azure Machine Learning workspace</a>
 * @see <a href="https://github.com/Azure/AML-Kubernetes/blob/master/docs/azureml-aks-ta-support.md">AzureML access to AKS clusters with
 *     special configurations</a>
 */
public final class KubernetesCompute extends StackPart implements ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "kubernetes compute",
            "",
            2,
            16,
            "[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]",
            "letters, digits and hyphens inside, a letter first");
    private static final NamingRule NAMESPACE = NamingRule.of(
            "namespace", "", 1, 63, "[a-z0-9]([a-z0-9-]*[a-z0-9])?", "lower-case letters, digits and hyphens inside");
    private static final NamingRule INSTANCE_TYPE = NamingRule.of(
            "instance type",
            "",
            1,
            63,
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
            "lower-case letters, digits and hyphens inside");

    private final IMachineLearningWorkspace workspace;
    private final String name;
    private final AzapiResource resource;
    private final String computeId;

    /** @throws io.terralake.core.ConstructException when a name is not allowed, or the cluster is attached by it or too often */
    public KubernetesCompute(Construct scope, String id, KubernetesComputeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        KubernetesExtension extension = props.extension();
        this.workspace = props.workspace();
        this.name = stack.nameOf(this, NAMING, props.name());
        ObjectNode body = body(props);
        extension.attach(this, name);
        this.resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type("%s/computes@%s"
                                .formatted(AbstractMachineLearningWorkspace.TYPE, AbstractMachineLearningWorkspace.API))
                        .name(name)
                        .parentId(workspace.workspaceId())
                        .location(Placement.of((Construct) workspace).location())
                        .tags(stack.tags())
                        .systemAssignedIdentity(true)
                        .body(body)
                        .build());
        // It answers with ids in another case than it was given, as the workspace does.
        resource.addOverride("ignore_casing", true);
        this.computeId = resource.resourceId();
        DependsOn.add(resource, List.of(extension.resource(), trust(extension)));
        if (workspace instanceof MachineLearningWorkspace made) {
            letInto(made, extension);
        }
    }

    /** What the cluster is attached to. */
    public IMachineLearningWorkspace workspace() {
        return workspace;
    }

    /** Its name in the workspace. */
    public String computeName() {
        return name;
    }

    @Override
    public String resourceId() {
        return computeId;
    }

    @Override
    public String principalId() {
        return resource.principalId();
    }

    /** What Entra ID calls its identity. */
    @Override
    public String displayName() {
        return "%s/computes/%s".formatted(workspace.workspaceName(), name);
    }

    private ObjectNode body(KubernetesComputeProps props) {
        PlatformStack stack = PlatformStack.of(this);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode compute = body.putObject("properties")
                .put("computeType", "Kubernetes")
                .put("resourceId", props.extension().clusterId());
        ObjectNode inCluster =
                compute.putObject("properties").put("namespace", stack.nameOf(this, NAMESPACE, props.namespace()));
        if (props.defaultInstanceType() != null) {
            inCluster.put("defaultInstanceType", stack.nameOf(this, INSTANCE_TYPE, props.defaultInstanceType()));
        }
        return body;
    }

    private KubernetesClusterTrustedAccessRoleBinding trust(KubernetesExtension extension) {
        return new KubernetesClusterTrustedAccessRoleBinding(
                this,
                "Trust",
                KubernetesClusterTrustedAccessRoleBindingConfig.builder()
                        .name("azureml-" + name)
                        .kubernetesClusterId(extension.clusterId())
                        .sourceResourceId(workspace.workspaceId())
                        .roles(List.of(AbstractMachineLearningWorkspace.TYPE + "/mlworkload"))
                        .build());
    }

    /** The workspace works with the cluster's resource; what it may in the cluster is a matter of Trusted Access. */
    private void letInto(MachineLearningWorkspace made, KubernetesExtension extension) {
        made.order(resource);
        Construct cluster = (Construct) extension.cluster();
        RoleGrant.of(cluster, extension.clusterId(), GeneralRole.CONTRIBUTOR, made)
                .applyBefore(resource);
        made.serve(this, extension.training());
        if (cluster instanceof KubernetesCluster known) {
            made.grantPull(known.nodes());
        }
    }
}
