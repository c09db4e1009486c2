package io.terralake.machinelearning;

import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster_extension.KubernetesClusterExtension;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster_extension.KubernetesClusterExtensionConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.kubernetes.IKubernetesCluster;
import io.terralake.network.Network;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * What Azure ML runs in a cluster: routers, which take requests by HTTPS only, and operators of deployments. In private mode the routers'
 * address is one of the network. Certificate and key are in a secret of the cluster, which is known here by its name.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension">Deploy Azure Machine Learning
 *     extension on Kubernetes cluster</a>
 */
public final class KubernetesExtension extends StackPart {
    private static final int NODES_OF_THREE_ROUTERS = 3;

    /**
     * @see <a href="https://learn.microsoft.com/azure/aks/trusted-access-feature">AKS: Trusted Access</a>, one role binding of which an
     *     attached cluster needs
     */
    private static final int MOST_COMPUTES = 8;

    private final KubernetesClusterExtension resource;
    private final IKubernetesCluster cluster;
    private final boolean training;
    private final Set<String> computes = new HashSet<>();

    public KubernetesExtension(Construct scope, String id, KubernetesExtensionProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.cluster = props.cluster();
        this.training = Objects.requireNonNull(props.training());
        this.resource = new KubernetesClusterExtension(
                this,
                "Resource",
                KubernetesClusterExtensionConfig.builder()
                        .name("azureml")
                        .clusterId(clusterId())
                        .extensionType("Microsoft.AzureML.Kubernetes")
                        .releaseTrain("stable")
                        .releaseNamespace("azureml")
                        .configurationSettings(settings(props))
                        .build());
    }

    /** Where models run. */
    public IKubernetesCluster cluster() {
        return cluster;
    }

    KubernetesClusterExtension resource() {
        return resource;
    }

    boolean training() {
        return training;
    }

    String clusterId() {
        return Contract.ask(this, cluster, "clusterId", cluster::clusterId);
    }

    /** Takes in a compute, whose name the role binding of its workspace is called by. */
    void attach(Construct compute, String name) {
        if (!computes.add(name)) {
            throw new ConstructException(compute, "the cluster is attached as \"%s\" already".formatted(name));
        }
        if (computes.size() > MOST_COMPUTES) {
            throw new ConstructException(compute, "a cluster is attached %d times at most".formatted(MOST_COMPUTES));
        }
    }

    /**
     * What {@code az k8s-extension create} sends. Of the names that Microsoft's documentation has it makes those that the extension
     * reads; Azure Resource Manager does not (hashicorp/terraform-provider-azurerm#24547).
     *
     * @see <a href="https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py">AzureMLKubernetes.py</a>
     */
    private Map<String, String> settings(KubernetesExtensionProps props) {
        String location = Contract.ask(this, cluster, "location", cluster::location);
        boolean highlyAvailable = Objects.requireNonNullElseGet(
                props.highlyAvailable(),
                () -> cluster.minNodes()
                        .map(least -> least >= NODES_OF_THREE_ROUTERS)
                        .orElse(true));
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("enableInference", "true"),
                Map.entry("enableTraining", String.valueOf(training)),
                Map.entry("allowInsecureConnections", "false"),
                Map.entry("sslCname", TerraformText.literal(props.hostName())),
                Map.entry("sslSecret", TerraformText.literal(props.tlsSecret())),
                Map.entry("scoringFe.sslSecret", TerraformText.literal(props.tlsSecret())),
                Map.entry("inferenceRouterServiceType", "LoadBalancer"),
                Map.entry("inferenceRouterHA", String.valueOf(highlyAvailable)),
                Map.entry("clusterPurpose", highlyAvailable ? "FastProd" : "DevTest"),
                Map.entry("clusterId", clusterId()),
                Map.entry("cluster_name", clusterId()),
                Map.entry("prometheus.prometheusSpec.externalLabels.cluster_name", clusterId()),
                Map.entry("cluster_name_friendly", Contract.ask(this, cluster, "clusterName", cluster::clusterName)),
                Map.entry("domain", location + ".cloudapp.azure.com"),
                Map.entry("location", location),
                Map.entry("jobSchedulerLocation", location),
                Map.entry("nginxIngress.enabled", "true"),
                Map.entry("relayserver.enabled", "false"),
                Map.entry("servicebus.enabled", "false")));
        if (!Network.of(this).publicAccess()) {
            settings.put("internalLoadBalancerProvider", "azure");
            settings.put("scoringFe.serviceType.internalLoadBalancer", "true");
        }
        return settings;
    }
}
