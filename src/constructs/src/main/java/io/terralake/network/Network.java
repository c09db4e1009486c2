package io.terralake.network;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettings;
import java.util.List;
import software.constructs.Construct;

/**
 * How the services of a stack are reached. Every service construct asks it the same things.
 * {@code stack.share(Network.class, network)} makes it that of a stack and of the stacks on its platform.
 */
public interface Network {

    /** Whether services keep a public endpoint. It denies everyone who is not allowed here. */
    boolean publicAccess();

    /** The public IPv4 addresses and CIDR ranges that may reach services; empty in private mode. */
    List<String> allowedIpRanges();

    /** The Azure ids of the subnets that may reach services; empty in private mode. */
    List<String> allowedSubnetIds();

    /**
     * Lets machines in a subnet reach the services that are made from now on. In public mode the subnet needs the services'
     * endpoints, such as {@code Microsoft.Storage}; in private mode it can reach them already.
     *
     * @param subnetId the Azure id of the subnet
     */
    void allowSubnet(String subnetId);

    /**
     * Connects a service to the network: one private endpoint with its DNS records for each part in private mode, nothing in
     * public mode.
     *
     * @param service the construct whose resource is connected; the endpoints become its children
     * @param resourceId the Azure id of the resource
     * @param resourceName the name of the resource, from which the endpoints get theirs
     * @param parts the parts of the service to connect
     */
    void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts);

    /**
     * The network of a construct's stack: the one that it shares, else public endpoints for the environment's allow-list.
     * One that a user wrote is checked whenever it is asked.
     *
     * @throws ConstructException when the environment is private and the stack has no network yet, or the network allows
     *     addresses that firewalls would not take
     */
    static Network of(Construct construct) {
        PlatformStack stack = PlatformStack.of(construct);
        Network network = stack.find(Network.class).orElseGet(() -> {
            NetworkSettings settings = stack.environment().settings().network();
            if (settings.mode() == NetworkMode.PRIVATE) {
                throw new ConstructException(
                        stack, "the environment's network mode is \"private\": share a PrivateNetwork first");
            }
            try {
                Network made = new PublicNetwork(settings.allowedIpRanges());
                stack.share(Network.class, made);
                return made;
            } catch (IllegalArgumentException e) {
                throw new ConstructException(stack, String.valueOf(e.getMessage()));
            }
        });
        return network instanceof PublicNetwork || network instanceof AbstractPrivateNetwork
                ? network
                : new CheckedNetwork(construct, network);
    }
}
