package io.terralake.network;

import io.terralake.core.Contract;
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
            Contract.ask(service, part, "groupId", part::groupId);
            PrivateEndpoint endpoint =
                    new PrivateEndpoint(service, part, resourceId, resourceName, subnetId, zoneIds(service, part));
            if (before != null && part.oneAtATime()) {
                endpoint.follow(before);
            }
            before = endpoint;
        }
    }

    /** A part that registers in several zones is a part for each, called after the zone: services share some. */
    private List<String> zoneIds(Construct service, PrivateLink part) {
        String first = Contract.ask(service, part, "dnsZone", part::dnsZone);
        List<String> zones = Contract.at(service, "", () -> Contract.askList(part, "dnsZones", part::dnsZones));
        return zones.stream()
                .map(zone -> zone.equals(first) ? part : PrivateLink.of(ownPart(zone), zone))
                .flatMap(link -> Contract.ask(service, dnsZones, "zoneId", () -> dnsZones.zoneId(link)).stream())
                .toList();
    }

    /** What a zone is called after {@code privatelink}, such as {@code monitor}. */
    private static String ownPart(String zone) {
        return zone.replaceFirst("^privatelink\\.", "").replaceFirst("\\..*", "");
    }
}
