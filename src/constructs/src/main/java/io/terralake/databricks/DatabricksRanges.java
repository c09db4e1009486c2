package io.terralake.databricks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.terralake.azure.AddressRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a virtual network for the machines of a Databricks workspace. Each machine takes an address in both.
 *
 * @param hostSubnet an IPv4 CIDR range, at least a /26; Azure calls it the public subnet
 * @param containerSubnet another of the same kind; Azure calls it the private subnet
 * @see <a href="https://learn.microsoft.com/azure/databricks/security/network/classic/vnet-inject">Deploy Azure Databricks in
 *     your Azure virtual network</a>
 */
public record DatabricksRanges(
        @NotNull @Size(max = AddressRange.LONGEST) @JsonPropertyDescription("CIDR range for the machines' first address, at least a /26")
        String hostSubnet,

        @NotNull @Size(max = AddressRange.LONGEST) @JsonPropertyDescription("CIDR range for the machines' second address, at least a /26")
        String containerSubnet) {
    /** Five addresses are Azure's, and each machine needs one in both subnets. */
    static final int LONGEST_PREFIX = 26;

    static final String USE = "the machines of Databricks";

    /**
     * What is wrong, if anything: both must lie in the network and touch neither each other nor what else is there.
     *
     * @param addressSpace the range of the network
     * @param taken other subnets of the network
     */
    public List<String> problems(String addressSpace, String... taken) {
        List<String> problems = new ArrayList<>();
        capture(problems, () -> checkSubnet(hostSubnet, addressSpace, taken));
        capture(problems, () -> checkSubnet(containerSubnet, addressSpace, taken));
        capture(problems, () -> AddressRange.checkApart(containerSubnet, hostSubnet));
        return problems;
    }

    private static void capture(List<String> problems, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static void checkSubnet(String subnet, String addressSpace, String... taken) {
        AddressRange.checkSubnet(subnet, addressSpace, LONGEST_PREFIX, USE, taken);
    }
}
