package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link VirtualNetwork}.
 *
 * @param addressSpace the IPv4 CIDR range of the network, such as {@code 10.20.0.0/16}
 * @param name the network's name, 2 to 64 letters, digits and {@code ._-}; @default derived from the platform's
 * @param ddosProtectionPlanId the Azure id of a DDoS protection plan, which an organisation has one of, for some 2,900 USD a month;
 *     @default none
 */
@RecordBuilder
public record VirtualNetworkProps(
        String addressSpace,
        @Nullable String name,
        @Nullable String ddosProtectionPlanId) {

    public static VirtualNetworkPropsBuilder builder() {
        return VirtualNetworkPropsBuilder.builder();
    }
}
