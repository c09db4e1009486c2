package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.identity.Principal;
import io.terralake.kubernetes.IKubernetesSubnet;
import io.terralake.kubernetes.KubernetesCluster;
import io.terralake.kubernetes.KubernetesClusterProps;
import io.terralake.machinelearning.KubernetesCompute;
import io.terralake.machinelearning.KubernetesComputeProps;
import io.terralake.machinelearning.KubernetesExtension;
import io.terralake.machinelearning.KubernetesExtensionProps;
import io.terralake.machinelearning.KubernetesOnlineEndpoint;
import io.terralake.machinelearning.KubernetesOnlineEndpointProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.constructs.Construct;

/**
 * A cluster of Kubernetes that serves models of a workspace. Azure ML goes into it when its certificate is there, which nobody can put into
 * a cluster that is yet to be made.
 */
final class MlKubernetes extends StackPart {
    private static final String COMPUTE = "kubernetes";

    /**
     * @param purpose what the workspace is for, in names
     * @param endpointName the name in Azure of an endpoint of the settings
     */
    MlKubernetes(
            Construct scope,
            String purpose,
            KubernetesSettings settings,
            IKubernetesSubnet subnet,
            MachineLearningWorkspace workspace,
            UnaryOperator<String> endpointName) {
        super(scope, "Kubernetes");
        KubernetesCluster cluster = new KubernetesCluster(
                this,
                "Cluster",
                KubernetesClusterProps.builder()
                        .subnet(subnet)
                        .purpose(purpose)
                        .vmSize(settings.vmSize())
                        .minNodes(settings.minNodes())
                        .maxNodes(Objects.requireNonNull(settings.maxNodes()))
                        .administrators(Objects.requireNonNull(settings.administrators()).stream()
                                .map(group -> Principal.group(group.name(), group.objectId()))
                                .toList())
                        .build());
        TlsSettings tls = settings.tls();
        if (tls != null) {
            KubernetesCompute compute = attach(cluster, tls, workspace);
            Objects.requireNonNull(settings.onlineEndpoints())
                    .forEach(name -> new KubernetesOnlineEndpoint(
                            this,
                            "Endpoint-" + name,
                            KubernetesOnlineEndpointProps.builder()
                                    .compute(compute)
                                    .name(endpointName.apply(name))
                                    .build()));
        }
    }

    private KubernetesCompute attach(KubernetesCluster cluster, TlsSettings tls, MachineLearningWorkspace workspace) {
        KubernetesExtension extension = new KubernetesExtension(
                this,
                "Extension",
                KubernetesExtensionProps.builder()
                        .cluster(cluster)
                        .tlsSecret(tls.secret())
                        .hostName(tls.hostName())
                        .build());
        return new KubernetesCompute(
                this,
                "Compute",
                KubernetesComputeProps.builder()
                        .workspace(workspace)
                        .extension(extension)
                        .name(COMPUTE)
                        .build());
    }
}
