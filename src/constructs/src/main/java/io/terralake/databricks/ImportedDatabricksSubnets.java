package io.terralake.databricks;

import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import software.constructs.Construct;

/** Subnets that a platform team delegated to Databricks and gave a security group. */
final class ImportedDatabricksSubnets extends StackPart implements IDatabricksSubnets {
    private static final String TYPE = "Microsoft.Network/virtualNetworks/subnets";

    private final String virtualNetworkId;
    private final Delegated host;
    private final Delegated container;

    ImportedDatabricksSubnets(Construct scope, String id, String hostSubnetId, String containerSubnetId) {
        super(scope, id);
        ImportedId hostSubnet = new ImportedId(this, hostSubnetId, TYPE)
                .requireOwnSubscription("a workspace is made in the subscription of its network");
        ImportedId containerSubnet = new ImportedId(this, containerSubnetId, TYPE);
        if (!areTwoOfOneNetwork(hostSubnet, containerSubnet)) {
            throw new ConstructException(
                    this,
                    "\"%s\" and \"%s\" are not two subnets of one network".formatted(hostSubnetId, containerSubnetId));
        }
        this.virtualNetworkId = hostSubnet.idOf(0);
        this.host = delegated(hostSubnet);
        this.container = delegated(containerSubnet);
    }

    @Override
    public String virtualNetworkId() {
        return virtualNetworkId;
    }

    @Override
    public Delegated host() {
        return host;
    }

    @Override
    public Delegated container() {
        return container;
    }

    /** azurerm gives the association the id of its subnet. */
    private static Delegated delegated(ImportedId subnet) {
        return new Delegated(subnet.name(1), subnet.toString(), subnet.toString());
    }

    /** What tokens stand for is not known here. */
    private static boolean areTwoOfOneNetwork(ImportedId one, ImportedId other) {
        return Tokens.isIn(one.toString())
                || Tokens.isIn(other.toString())
                || (one.idOf(0).equalsIgnoreCase(other.idOf(0))
                        && !one.toString().equalsIgnoreCase(other.toString()));
    }
}
