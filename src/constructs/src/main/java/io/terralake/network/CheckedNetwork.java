package io.terralake.network;

import io.terralake.azure.AllowList;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import java.util.List;
import java.util.function.Supplier;
import software.constructs.Construct;

/**
 * A network that a user wrote, for who asks it: what it answers is there and well-formed, else the error says which class
 * it is of, and where it was asked.
 *
 * @param asker a construct of the stack that has the network
 */
record CheckedNetwork(Construct asker, Network network) implements Network {

    @Override
    public boolean publicAccess() {
        return Contract.ask(asker, network, "publicAccess", network::publicAccess);
    }

    @Override
    public List<String> allowedIpRanges() {
        List<String> ranges = list("allowedIpRanges", network::allowedIpRanges);
        try {
            return AllowList.check(ranges);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(
                    asker, "%s: %s".formatted(Contract.name(network, "allowedIpRanges"), e.getMessage()));
        }
    }

    @Override
    public List<String> allowedSubnetIds() {
        return list("allowedSubnetIds", network::allowedSubnetIds);
    }

    @Override
    public void allowSubnet(String subnetId) {
        call(asker, "allowSubnet", () -> network.allowSubnet(subnetId));
    }

    @Override
    public void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
        call(service, "connect", () -> network.connect(service, resourceId, resourceName, parts));
    }

    private List<String> list(String member, Supplier<List<String>> call) {
        return Contract.at(asker, "", () -> Contract.askList(network, member, call));
    }

    private void call(Construct caller, String member, Runnable call) {
        Contract.at(caller, () -> Contract.call(network, member, call));
    }
}
