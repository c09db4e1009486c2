package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link VirtualNetwork}.
 *
 * @param addressSpace the IPv4 CIDR range of the network, such as {@code 10.20.0.0/16}
 * @param name the network's name, 2 to 64 letters, digits and {@code ._-}; @default derived from the platform's
 */
@RecordBuilder
public record VirtualNetworkProps(
        String addressSpace, @Nullable String name) {

    public static VirtualNetworkPropsBuilder builder() {
        return VirtualNetworkPropsBuilder.builder();
    }
}
