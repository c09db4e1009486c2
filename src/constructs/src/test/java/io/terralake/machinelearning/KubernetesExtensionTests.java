package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.kubernetes.Clusters;
import io.terralake.kubernetes.IKubernetesCluster;
import io.terralake.kubernetes.KubernetesCluster;
import io.terralake.kubernetes.KubernetesClusterProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesExtensionTests {
    private final PlatformStack stack = Stacks.publicStack();

    /** Of the certificate only the name of the secret is known. */
    @Test
    void takesRequestsByHttpsOnly() {
        extension(stack, Clusters.cluster(stack));
        assertThat(stack).hasResource("azurerm_kubernetes_cluster_extension", """
                {
                  name: 'azureml',
                  cluster_id: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                  extension_type: 'Microsoft.AzureML.Kubernetes',
                  release_train: 'stable',
                  release_namespace: 'azureml',
                  configuration_protected_settings: absent,
                  configuration_settings: {
                    enableInference: 'true',
                    enableTraining: 'false',
                    allowInsecureConnections: 'false',
                    sslCname: 'models.example.com',
                    sslSecret: 'models-tls',
                    'scoringFe.sslSecret': 'models-tls',
                    inferenceRouterServiceType: 'LoadBalancer',
                    inferenceRouterHA: 'true',
                    clusterPurpose: 'FastProd',
                    clusterId: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                    cluster_name: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                    'prometheus.prometheusSpec.externalLabels.cluster_name': textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                    cluster_name_friendly: 'aks-lakes-test-weu',
                    domain: 'westeurope.cloudapp.azure.com',
                    location: 'westeurope',
                    jobSchedulerLocation: 'westeurope',
                    'nginxIngress.enabled': 'true',
                    'relayserver.enabled': 'false',
                    'servicebus.enabled': 'false',
                    internalLoadBalancerProvider: absent,
                    'scoringFe.serviceType.internalLoadBalancer': absent,
                  },
                }
                """);
    }

    @Test
    void isAskedInTheNetworkOnlyInPrivateMode() {
        PlatformStack inside = Stacks.privateStack();
        extension(inside, Clusters.cluster(inside));
        assertThat(inside).hasResource("azurerm_kubernetes_cluster_extension", """
                {configuration_settings: {
                  allowInsecureConnections: 'false',
                  internalLoadBalancerProvider: 'azure',
                  'scoringFe.serviceType.internalLoadBalancer': 'true',
                }}
                """);
    }

    @Test
    void hasOneRouterWhereThereAreFewNodes() {
        extension(
                stack, Clusters.cluster(stack, KubernetesClusterProps.builder().minNodes(2)));
        assertThat(stack).hasResource("azurerm_kubernetes_cluster_extension", """
                {configuration_settings: {inferenceRouterHA: 'false', clusterPurpose: 'DevTest'}}
                """);
    }

    @Test
    void isInAClusterThatIsManagedElsewhere() {
        String id = PlatformTeam.id("Microsoft.ContainerService/managedClusters/aks-hub");
        new KubernetesExtension(
                stack,
                "Extension",
                builder(KubernetesCluster.fromKubernetesClusterId(stack, "Hub", id))
                        .training(true)
                        .build());
        assertThat(stack).hasResource("azurerm_kubernetes_cluster_extension", """
                {
                  cluster_id: '%s',
                  configuration_settings: {
                    enableTraining: 'true', inferenceRouterHA: 'true', cluster_name_friendly: 'aks-hub', location: 'westeurope',
                  },
                }
                """.formatted(id));
        new KubernetesExtension(
                stack,
                "Small",
                builder(KubernetesCluster.fromKubernetesClusterId(stack, "SmallHub", id))
                        .highlyAvailable(false)
                        .build());
        assertThat(stack).hasResource("azurerm_kubernetes_cluster_extension", """
                {configuration_settings: {inferenceRouterHA: 'false'}}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Models", "models_tls", "-models", "models-"})
    void refusesSecretsThatThereCannotBe(String name) {
        assertThatThrownBy(
                        () -> KubernetesExtensionProps.builder().tlsSecret(name).build())
                .hasMessage(
                        "TLS secret \"%s\" is not allowed: the name of a secret, lower-case letters, digits, '-' and '.'"
                                .formatted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "models", "https://models.example.com", "*.example.com", "models.example.com.", "10.1.0.4"})
    void refusesHostsThatThereCannotBe(String name) {
        assertThatThrownBy(
                        () -> KubernetesExtensionProps.builder().hostName(name).build())
                .hasMessage("host name \"%s\" is not allowed: a name such as models.example.com".formatted(name));
    }

    static KubernetesExtension extension(PlatformStack stack, IKubernetesCluster cluster) {
        return new KubernetesExtension(stack, "Extension", builder(cluster).build());
    }

    private static KubernetesExtensionPropsBuilder builder(IKubernetesCluster cluster) {
        return KubernetesExtensionProps.builder()
                .cluster(cluster)
                .tlsSecret("models-tls")
                .hostName("models.example.com");
    }
}
