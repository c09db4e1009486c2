package io.terralake.network;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Services have public endpoints that deny by default.
 *
 * @param allowedIpRanges the public IPv4 addresses and CIDR ranges that get through
 * @param compute the network whose subnets get through too; null for none
 */
public record PublicNetwork(
        List<String> allowedIpRanges, @Nullable ComputeNetwork compute) implements Network {

    public PublicNetwork {
        allowedIpRanges = List.copyOf(allowedIpRanges);
    }

    @Override
    public boolean publicAccess() {
        return true;
    }

    @Override
    public List<String> allowedSubnetIds() {
        return databricksSubnets().map(DatabricksSubnets::subnetIds).orElse(List.of());
    }

    @Override
    public Optional<DatabricksSubnets> databricksSubnets() {
        return Optional.ofNullable(compute).map(ComputeNetwork::databricksSubnets);
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... groups) {
        // A public endpoint needs no connection.
    }
}
