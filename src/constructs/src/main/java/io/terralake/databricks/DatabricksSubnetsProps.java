package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.network.IVirtualNetwork;

/**
 * Properties of {@link DatabricksSubnets}.
 *
 * @param network the virtual network that they are in
 * @param ranges their addresses
 */
@RecordBuilder
public record DatabricksSubnetsProps(IVirtualNetwork network, DatabricksRanges ranges) {

    public static DatabricksSubnetsPropsBuilder builder() {
        return DatabricksSubnetsPropsBuilder.builder();
    }
}
