package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link OnlineEndpoint}.
 *
 * @param workspace what it is in
 * @param name its name, 3 to 32 letters, digits and single hyphens, one in the region; it is part of the address
 * @param description @default none
 */
@RecordBuilder
public record OnlineEndpointProps(
        IMachineLearningWorkspace workspace,
        String name,
        @Nullable String description) {

    public static OnlineEndpointPropsBuilder builder() {
        return OnlineEndpointPropsBuilder.builder();
    }
}
