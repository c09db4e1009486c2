package io.terralake.network;

import io.terralake.core.StackPart;
import java.util.List;
import software.constructs.Construct;

/** What private networks made here and imported ones have in common: nobody comes in from outside. */
abstract class AbstractPrivateNetwork extends StackPart implements IPrivateNetwork {

    AbstractPrivateNetwork(Construct scope, String id) {
        super(scope, id);
    }

    /** Where services are connected. */
    abstract PrivateEndpoints endpoints();

    @Override
    public final boolean publicAccess() {
        return false;
    }

    @Override
    public final List<String> allowedIpRanges() {
        return List.of();
    }

    @Override
    public final List<String> allowedSubnetIds() {
        return List.of();
    }

    @Override
    public final void allowSubnet(String subnetId) {
        // Private endpoints let the whole network through.
    }

    @Override
    public final void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
        endpoints().connect(service, resourceId, resourceName, parts);
    }
}
