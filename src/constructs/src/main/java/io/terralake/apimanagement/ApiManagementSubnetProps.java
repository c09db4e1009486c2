package io.terralake.apimanagement;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.network.IVirtualNetwork;

/**
 * Properties of an {@link ApiManagementSubnet}.
 *
 * @param network what it is in
 * @param range its addresses, an IPv4 CIDR range, at least a /27
 */
@RecordBuilder
public record ApiManagementSubnetProps(IVirtualNetwork network, String range) {

    public static ApiManagementSubnetPropsBuilder builder() {
        return ApiManagementSubnetPropsBuilder.builder();
    }
}
