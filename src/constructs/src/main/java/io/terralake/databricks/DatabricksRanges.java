package io.terralake.databricks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.terralake.azure.AddressRange;
import jakarta.validation.constraints.NotNull;

/**
 * The parts of a virtual network for the machines of a Databricks workspace. Each machine takes an address in both.
 *
 * @param hostSubnet an IPv4 CIDR range, at least a /26; Azure calls it the public subnet
 * @param containerSubnet another of the same kind; Azure calls it the private subnet
 * @see <a href="https://learn.microsoft.com/azure/databricks/security/network/classic/vnet-inject">Deploy Azure Databricks in
 *     your Azure virtual network</a>
 */
public record DatabricksRanges(
        @NotNull @JsonPropertyDescription("CIDR range for the machines' first address, at least a /26")
        String hostSubnet,

        @NotNull @JsonPropertyDescription("CIDR range for the machines' second address, at least a /26")
        String containerSubnet) {
    /** Five addresses are Azure's, and each machine needs one in both subnets. */
    static final int LONGEST_PREFIX = 26;

    static final String USE = "the machines of Databricks";

    /**
     * Checks that both lie in a network and touch neither each other nor what else is there.
     *
     * @param addressSpace the range of the network
     * @param taken other subnets of the network
     * @throws IllegalArgumentException when a range is malformed, too small, elsewhere or taken
     */
    public void check(String addressSpace, String... taken) {
        checkSubnet(hostSubnet, addressSpace, taken);
        checkSubnet(containerSubnet, addressSpace, taken);
        checkSubnet(containerSubnet, addressSpace, hostSubnet);
    }

    private static void checkSubnet(String subnet, String addressSpace, String... taken) {
        AddressRange.checkSubnet(subnet, addressSpace, LONGEST_PREFIX, USE, taken);
    }
}
