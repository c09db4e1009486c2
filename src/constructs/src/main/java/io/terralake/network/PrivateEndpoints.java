package io.terralake.network;

import java.util.List;
import software.constructs.Construct;

/**
 * The private endpoints of a network.
 *
 * @param subnetId the Azure id of the subnet that they are in
 * @param dnsZones where they are registered
 */
record PrivateEndpoints(String subnetId, DnsZones dnsZones) {

    void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
        PrivateEndpoint before = null;
        for (PrivateLink part : List.of(parts)) {
            PrivateEndpoint endpoint = new PrivateEndpoint(
                    service,
                    part,
                    resourceId,
                    resourceName,
                    subnetId,
                    dnsZones.zoneId(part).orElse(null));
            if (before != null && part.oneAtATime()) {
                endpoint.follow(before);
            }
            before = endpoint;
        }
    }
}
