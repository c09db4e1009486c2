package io.terralake.functionapp;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.network.IVirtualNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link FunctionSubnet}.
 *
 * @param network the virtual network that it is in
 * @param range its addresses, an IPv4 CIDR range, at least a /27
 * @param internet whether functions reach the internet, by a NAT gateway, which costs money by the hour; @default true in public
 *     mode, because Application Insights is there, false in private mode
 */
@RecordBuilder
public record FunctionSubnetProps(
        IVirtualNetwork network, String range, @Nullable Boolean internet) {

    public static FunctionSubnetPropsBuilder builder() {
        return FunctionSubnetPropsBuilder.builder();
    }
}
