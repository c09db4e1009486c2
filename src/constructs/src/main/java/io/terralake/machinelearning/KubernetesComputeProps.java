package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KubernetesCompute}, fixed at creation.
 *
 * @param workspace what the cluster is attached to, in the cluster's region when it is reached by a private endpoint
 * @param extension what Azure ML runs in the cluster
 * @param name its name in the workspace, 2 to 16 letters, digits and {@code -}, such as {@code models}
 * @param namespace the namespace in the cluster that models run in, which is there; @default {@code default}
 * @param defaultInstanceType the instance type of deployments that name none, one that the cluster has; @default Azure ML's,
 *     {@code defaultinstancetype}
 */
@RecordBuilder
public record KubernetesComputeProps(
        IMachineLearningWorkspace workspace,
        KubernetesExtension extension,
        String name,
        @Nullable String namespace,
        @Nullable String defaultInstanceType) {

    public KubernetesComputeProps {
        namespace = namespace == null ? "default" : namespace;
    }

    public static KubernetesComputePropsBuilder builder() {
        return KubernetesComputePropsBuilder.builder();
    }
}
