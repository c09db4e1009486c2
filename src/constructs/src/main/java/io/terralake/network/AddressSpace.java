package io.terralake.network;

import io.terralake.azure.AddressRange;
import java.util.ArrayList;
import java.util.List;

/** The addresses of a network that is made here, and which of them its subnets have. */
final class AddressSpace {
    private final String range;
    private final List<String> taken = new ArrayList<>();

    /** @throws IllegalArgumentException when the range is malformed, too wide or not for networks */
    AddressSpace(String range) {
        AddressRange.checkNetwork(range);
        this.range = range;
    }

    /** @throws IllegalArgumentException when the subnet is malformed, too small, elsewhere or taken */
    void claim(String subnet, int longestPrefix, String use) {
        AddressRange.checkSubnet(subnet, range, longestPrefix, use, taken.toArray(String[]::new));
        taken.add(subnet);
    }
}
