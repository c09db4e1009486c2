package io.terralake.databricks;

import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** Subnets that a platform team delegated to Databricks and gave a security group. */
final class ImportedDatabricksSubnets extends Construct implements IDatabricksSubnets {
    private static final String TYPE = "Microsoft.Network/virtualNetworks/subnets";

    private final String virtualNetworkId;
    private final Delegated host;
    private final Delegated container;

    ImportedDatabricksSubnets(Construct scope, String id, String hostSubnetId, String containerSubnetId) {
        super(scope, id);
        this.host = delegated(hostSubnetId);
        this.container = delegated(containerSubnetId);
        this.virtualNetworkId = networkOf(hostSubnetId);
        if (!networkOf(containerSubnetId).equalsIgnoreCase(virtualNetworkId)
                || hostSubnetId.equalsIgnoreCase(containerSubnetId)) {
            throw new ConstructException(
                    this,
                    "\"%s\" and \"%s\" are not two subnets of one network".formatted(hostSubnetId, containerSubnetId));
        }
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
    private Delegated delegated(String subnetId) {
        return new Delegated(new ImportedId(this, subnetId, TYPE).name(1), subnetId, subnetId);
    }

    private static String networkOf(String subnetId) {
        return subnetId.replaceFirst("(?i)/subnets/[^/]+$", "");
    }
}
