package io.terralake.network;

import io.terralake.azure.AllowList;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** Services have public endpoints that deny by default. */
public final class PublicNetwork implements Network {
    private final List<String> allowedIpRanges;
    private final List<String> allowedSubnetIds = new ArrayList<>();

    /**
     * @param allowedIpRanges the public IPv4 addresses and CIDR ranges that get through
     * @throws IllegalArgumentException with every entry that firewalls would not take, or that would let in more than is meant
     */
    public PublicNetwork(List<String> allowedIpRanges) {
        this.allowedIpRanges = AllowList.check(allowedIpRanges);
    }

    @Override
    public boolean publicAccess() {
        return true;
    }

    @Override
    public List<String> allowedIpRanges() {
        return allowedIpRanges;
    }

    @Override
    public List<String> allowedSubnetIds() {
        return List.copyOf(allowedSubnetIds);
    }

    @Override
    public void allowSubnet(String subnetId) {
        allowedSubnetIds.add(subnetId);
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
        // A public endpoint needs no connection.
    }
}
