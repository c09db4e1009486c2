package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clusters run on.
 *
 * @param runtime the Databricks runtime; @default {@code 17.3.x-scala2.13}, the long-term release with Spark 4.0
 * @param nodeTypes the allowed sizes of machines, the first is what jobs take; @default
 *     {@code Standard_D4ds_v5, Standard_D8ds_v5}
 * @param maxWorkers how many machines a cluster has at most beside its driver, 0 to 1000; @default 4
 */
@RecordBuilder
public record Compute(
        @Nullable String runtime,
        @Nullable List<String> nodeTypes,
        @Nullable Integer maxWorkers) {

    /** @throws IllegalArgumentException without a size, or with too many workers */
    public Compute {
        runtime = runtime == null ? "17.3.x-scala2.13" : runtime;
        nodeTypes = nodeTypes == null ? List.of("Standard_D4ds_v5", "Standard_D8ds_v5") : List.copyOf(nodeTypes);
        maxWorkers = Limits.check("number of workers", maxWorkers == null ? 4 : maxWorkers, 0, 1000, "");
        if (nodeTypes.isEmpty()) {
            throw new IllegalArgumentException("compute needs at least one node type, such as Standard_D4ds_v5");
        }
    }

    public static ComputeBuilder builder() {
        return ComputeBuilder.builder();
    }
}
