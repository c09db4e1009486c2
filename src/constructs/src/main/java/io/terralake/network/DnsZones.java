package io.terralake.network;

import io.terralake.core.TerraformText;
import io.terralake.core.Tokens;
import java.util.Optional;

/** Where the DNS records of private endpoints are kept. */
@FunctionalInterface
public interface DnsZones {

    /**
     * The Azure id of the zone for a part of a service; empty when somebody else registers its endpoints.
     *
     * @param link the part of a service
     */
    Optional<String> zoneId(PrivateLink link);

    /**
     * The zones of a hub, all in one resource group, which whoever runs the hub has linked to the network.
     *
     * @param resourceGroupId its Azure id, {@code /subscriptions/<id>/resourceGroups/<name>}, or a token
     * @throws IllegalArgumentException when the id has another form
     */
    static DnsZones inResourceGroup(String resourceGroupId) {
        if (!Tokens.isIn(resourceGroupId)
                && !resourceGroupId.matches("(?i)/subscriptions/[^/]+/resourceGroups/[^/]+")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the id of a resource group, /subscriptions/<id>/resourceGroups/<name> is needed"
                            .formatted(resourceGroupId));
        }
        return link -> Optional.of("%s/providers/Microsoft.Network/privateDnsZones/%s"
                .formatted(TerraformText.literal(resourceGroupId), TerraformText.literal(link.dnsZone())));
    }

    /** No zones here: an Azure policy of the organisation registers each endpoint. */
    static DnsZones byPolicy() {
        return link -> Optional.empty();
    }
}
