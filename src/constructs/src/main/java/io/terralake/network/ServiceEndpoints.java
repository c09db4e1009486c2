package io.terralake.network;

import java.util.List;

/** The way from a subnet to services whose firewalls let it through. */
public final class ServiceEndpoints {
    /** What machines of a data platform read and write. A firewall takes a subnet only when it has the service's endpoint. */
    private static final List<String> SERVICES = List.of(
            "Microsoft.AzureCosmosDB",
            "Microsoft.EventHub",
            "Microsoft.KeyVault",
            "Microsoft.Sql",
            "Microsoft.Storage");

    private ServiceEndpoints() {}

    /** Those of a subnet that a network allows ({@link Network#allowSubnet}); none in private mode, where private endpoints are. */
    public static List<String> of(Network network) {
        return network.publicAccess() ? SERVICES : List.of();
    }
}
