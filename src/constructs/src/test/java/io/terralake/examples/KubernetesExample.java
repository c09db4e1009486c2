package io.terralake.examples;

import io.terralake.identity.Principal;
import io.terralake.kubernetes.KubernetesCluster;
import io.terralake.kubernetes.KubernetesClusterProps;
import io.terralake.kubernetes.KubernetesSubnet;
import io.terralake.kubernetes.KubernetesSubnetProps;
import io.terralake.machinelearning.KubernetesCompute;
import io.terralake.machinelearning.KubernetesComputeProps;
import io.terralake.machinelearning.KubernetesExtension;
import io.terralake.machinelearning.KubernetesExtensionProps;
import io.terralake.machinelearning.KubernetesOnlineEndpoint;
import io.terralake.machinelearning.KubernetesOnlineEndpointProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.network.IVirtualNetwork;
import software.constructs.Construct;

/** A cluster that models of a workspace run in. */
final class KubernetesExample extends Construct {

    KubernetesExample(
            Construct scope,
            String id,
            IVirtualNetwork network,
            MachineLearningWorkspace workspace,
            Principal operators,
            Principal app) {
        super(scope, id);
        KubernetesSubnet subnet = new KubernetesSubnet(
                this,
                "Nodes",
                KubernetesSubnetProps.builder()
                        .network(network)
                        .range("10.1.16.0/24")
                        .build());
        KubernetesCluster cluster = new KubernetesCluster(
                this,
                "Cluster",
                KubernetesClusterProps.builder().subnet(subnet).maxNodes(6).build());
        cluster.grantAdmin(operators);

        KubernetesExtension extension = new KubernetesExtension(
                this,
                "Extension",
                KubernetesExtensionProps.builder()
                        .cluster(cluster)
                        .tlsSecret("models-tls")
                        .hostName("models.example.com")
                        .build());
        KubernetesCompute compute = new KubernetesCompute(
                this,
                "Compute",
                KubernetesComputeProps.builder()
                        .workspace(workspace)
                        .extension(extension)
                        .name("kubernetes")
                        .build());
        KubernetesOnlineEndpoint prices = new KubernetesOnlineEndpoint(
                this,
                "Prices",
                KubernetesOnlineEndpointProps.builder()
                        .compute(compute)
                        .name("car-prices-dev")
                        .build());
        prices.grantScore(app);
    }
}
