package io.terralake.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Zones of the network's own, made when the first endpoint needs them. */
final class OwnDnsZones implements DnsZones {
    private final PrivateNetwork network;
    private final Map<String, PrivateDnsZone> zones = new HashMap<>();

    OwnDnsZones(PrivateNetwork network) {
        this.network = network;
    }

    @Override
    public Optional<String> zoneId(PrivateLink link) {
        return Optional.of(zones.computeIfAbsent(link.dnsZone(), name -> new PrivateDnsZone(network, link))
                .zoneId());
    }
}
