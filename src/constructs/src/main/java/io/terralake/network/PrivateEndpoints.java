package io.terralake.network;

import io.terralake.core.Contract;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The private endpoints of a network.
 *
 * @param subnetId the Azure id of the subnet that they are in
 * @param dnsZones where they are registered
 */
record PrivateEndpoints(String subnetId, DnsZones dnsZones) {

    void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
        for (PrivateLink part : List.of(parts)) {
            Contract.ask(service, part, "groupId", part::groupId);
            Contract.ask(service, part, "dnsZone", part::dnsZone);
            Optional<String> zoneId = Contract.ask(service, dnsZones, "zoneId", () -> dnsZones.zoneId(part));
            new PrivateEndpoint(service, part, resourceId, resourceName, subnetId, zoneId.orElse(null));
        }
    }
}
