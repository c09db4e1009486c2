package io.terralake.network;

import java.util.List;
import software.constructs.Construct;

/**
 * Services have public endpoints that deny by default.
 *
 * @param allowedIpRanges the public IPv4 addresses and CIDR ranges that get through
 */
public record PublicNetwork(List<String> allowedIpRanges) implements Network {

    public PublicNetwork {
        allowedIpRanges = List.copyOf(allowedIpRanges);
    }

    @Override
    public boolean publicAccess() {
        return true;
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... groups) {
        // A public endpoint needs no connection.
    }
}
