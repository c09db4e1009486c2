package io.terralake.network;

import java.util.List;

/**
 * A part of a service that a private endpoint connects, with its DNS zone in Azure's public cloud. A service declares its
 * own; {@link #of} is any other.
 *
 * @see <a href="https://learn.microsoft.com/azure/private-link/private-endpoint-dns">Private endpoint DNS zone
 *     values</a>
 */
public interface PrivateLink {

    /** The sub-resource that an endpoint connects to, such as {@code vault}. */
    String groupId();

    /** The private DNS zone that holds the endpoint's records, such as {@code privatelink.vaultcore.azure.net}. */
    String dnsZone();

    /** Every zone that holds records of the endpoint, {@link #dnsZone} first. */
    default List<String> dnsZones() {
        return List.of(dnsZone());
    }

    /** Whether Azure makes the endpoints of the service's parts only one after the other. */
    default boolean oneAtATime() {
        return false;
    }

    /** A part of a service that the library does not know. */
    static PrivateLink of(String groupId, String dnsZone) {
        record Other(String groupId, String dnsZone) implements PrivateLink {}
        return new Other(groupId, dnsZone);
    }
}
