package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ClusterPolicy}.
 *
 * @param workspace where it holds
 * @param name the name in the workspace, unique there
 * @param compute what clusters run on; @default {@link Compute}'s defaults
 */
@RecordBuilder
public record ClusterPolicyProps(
        IDatabricksWorkspace workspace,
        String name,
        @Nullable Compute compute) {

    public ClusterPolicyProps {
        compute = compute == null ? Compute.builder().build() : compute;
    }

    public static ClusterPolicyPropsBuilder builder() {
        return ClusterPolicyPropsBuilder.builder();
    }
}
