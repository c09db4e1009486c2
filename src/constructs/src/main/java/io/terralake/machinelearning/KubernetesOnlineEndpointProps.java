package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KubernetesOnlineEndpoint}.
 *
 * @param compute the cluster that its models run in
 * @param name its name, 3 to 32 letters, digits and single hyphens, one in the region; it is part of the address
 * @param description @default none
 */
@RecordBuilder
public record KubernetesOnlineEndpointProps(
        KubernetesCompute compute, String name, @Nullable String description) {

    public static KubernetesOnlineEndpointPropsBuilder builder() {
        return KubernetesOnlineEndpointPropsBuilder.builder();
    }
}
