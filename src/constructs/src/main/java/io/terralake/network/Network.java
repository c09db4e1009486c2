package io.terralake.network;

import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** How the services of a stack are reached. Every service construct asks it the same things. */
public sealed interface Network permits PublicNetwork, PrivateNetwork {

    /** Whether services keep a public endpoint. It denies everyone who is not in {@link #allowedIpRanges()}. */
    boolean publicAccess();

    /** The public IPv4 addresses and CIDR ranges that may reach services; empty in private mode. */
    List<String> allowedIpRanges();

    /** The Azure ids of the subnets that may reach services; empty in private mode. */
    List<String> allowedSubnetIds();

    /** The subnets of a Databricks workspace; empty when the network has none. */
    Optional<DatabricksSubnets> databricksSubnets();

    /**
     * Connects a service to the network: one private endpoint with its DNS records for each group in private mode,
     * nothing in public mode.
     *
     * @param service the construct whose resource is connected; the endpoints become its children
     * @param resourceId the Azure id of the resource
     * @param resourceName the name of the resource, from which the endpoints get theirs
     * @param groups the parts of the service to connect
     */
    void connect(Construct service, String resourceId, String resourceName, PrivateLink... groups);
}
