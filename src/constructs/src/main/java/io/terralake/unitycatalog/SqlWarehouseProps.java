package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.databricks.IDatabricksWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlWarehouse}.
 *
 * @param workspace where it is
 * @param name its name in the workspace
 * @param autoStopMinutes after how long without a query it stops, 1 to 1440; @default 10
 * @param maxClusters how many clusters it grows to, 1 to 40; @default 1
 */
@RecordBuilder
public record SqlWarehouseProps(
        IDatabricksWorkspace workspace,
        String name,
        @Nullable Integer autoStopMinutes,
        @Nullable Integer maxClusters) {

    public SqlWarehouseProps {
        autoStopMinutes = Limits.check("auto stop", autoStopMinutes == null ? 10 : autoStopMinutes, 1, 1440, "minutes");
        maxClusters = Limits.check("maximum of clusters", maxClusters == null ? 1 : maxClusters, 1, 40, "");
    }

    public static SqlWarehousePropsBuilder builder() {
        return SqlWarehousePropsBuilder.builder();
    }
}
