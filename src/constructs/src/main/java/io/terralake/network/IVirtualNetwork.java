package io.terralake.network;

import software.constructs.IConstruct;

/** A virtual network, made here or imported. */
public interface IVirtualNetwork extends IConstruct {

    /** The Azure id of the virtual network. */
    String virtualNetworkId();

    /** Its name, as a token that makes who uses it wait for it. */
    String virtualNetworkName();

    /** The name of its resource group, which its subnets are made in. */
    String virtualNetworkResourceGroupName();

    /**
     * Takes addresses for a subnet.
     *
     * @param range the subnet, an IPv4 CIDR range
     * @param longestPrefix the prefix of the smallest subnet that will do, such as 26
     * @param use what the subnet is for, such as {@code the machines of Databricks}
     * @throws IllegalArgumentException when the range is malformed, too small, outside the network or taken; of an imported
     *     network only Azure knows the addresses
     */
    void claim(String range, int longestPrefix, String use);
}
