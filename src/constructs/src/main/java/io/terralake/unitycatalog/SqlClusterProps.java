package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.databricks.Compute;
import io.terralake.databricks.IDatabricksWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlCluster}.
 *
 * @param workspace where it is
 * @param name its name in the workspace
 * @param compute what it runs on: the runtime, and the first of the node types; @default {@link Compute}'s defaults
 * @param autoStopMinutes after how long without work it ends, 10 to 10000; @default 10
 * @see <a href="https://github.com/databricks/terraform-provider-databricks/blob/main/docs/resources/cluster.md#autotermination_minutes-1">The
 *     limits of automatic termination</a>
 */
@RecordBuilder
public record SqlClusterProps(
        IDatabricksWorkspace workspace,
        String name,
        @Nullable Compute compute,
        @Nullable Integer autoStopMinutes) {

    public SqlClusterProps {
        compute = compute == null ? Compute.builder().build() : compute;
        autoStopMinutes =
                Limits.check("auto stop", autoStopMinutes == null ? 10 : autoStopMinutes, 10, 10_000, "minutes");
    }

    public static SqlClusterPropsBuilder builder() {
        return SqlClusterPropsBuilder.builder();
    }
}
