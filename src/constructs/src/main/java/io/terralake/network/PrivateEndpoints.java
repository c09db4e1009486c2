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
                    zoneIds(part));
            if (before != null && part.oneAtATime()) {
                endpoint.follow(before);
            }
            before = endpoint;
        }
    }

    /** A part that registers in several zones is a part for each, called after the zone: services share some. */
    private List<String> zoneIds(PrivateLink part) {
        return part.dnsZones().stream()
                .map(zone -> zone.equals(part.dnsZone()) ? part : PrivateLink.of(zone.split("\\.")[1], zone))
                .flatMap(link -> dnsZones.zoneId(link).stream())
                .toList();
    }
}
