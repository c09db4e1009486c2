package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import io.terralake.core.ConstructException;
import java.util.List;
import software.constructs.Construct;

/**
 * A virtual network for machines that must reach services in public mode: the services' firewalls let its subnets
 * through. (A workspace in a network of Databricks' own could not be let through.)
 */
public final class ComputeNetwork extends Construct {
    private final DatabricksSubnets databricksSubnets;

    /**
     * @param addressSpace the IPv4 CIDR range of the network
     * @throws ConstructException when a range is malformed, too small, or outside the address space
     */
    public ComputeNetwork(Construct scope, String id, String addressSpace, DatabricksRanges ranges) {
        super(scope, id);
        try {
            ranges.check(addressSpace);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        VirtualNetwork resource = VirtualNetworks.add(this, addressSpace);
        this.databricksSubnets =
                new DatabricksSubnets(this, "Databricks", resource, ranges, List.of("Microsoft.Storage"));
    }

    /** The subnets of a Databricks workspace. */
    public DatabricksSubnets databricksSubnets() {
        return databricksSubnets;
    }
}
