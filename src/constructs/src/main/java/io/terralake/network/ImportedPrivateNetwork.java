package io.terralake.network;

import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tokens;
import java.util.Locale;
import software.constructs.Construct;

/** A network that is managed elsewhere, with the private endpoints that are made in it. */
final class ImportedPrivateNetwork extends AbstractPrivateNetwork {
    private final ImportedId network;
    private final PrivateEndpoints endpoints;

    ImportedPrivateNetwork(Construct scope, String id, ImportedNetworkProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.network = new ImportedId(this, props.virtualNetworkId(), "Microsoft.Network/virtualNetworks")
                .requireOwnSubscription("private endpoints are made in the subscription of their network");
        ImportedId subnet = new ImportedId(this, props.endpointSubnetId(), "Microsoft.Network/virtualNetworks/subnets");
        if (!isInside(props.endpointSubnetId(), props.virtualNetworkId())) {
            throw new ConstructException(
                    this,
                    "the subnet \"%s\" is not in the network \"%s\""
                            .formatted(props.endpointSubnetId(), props.virtualNetworkId()));
        }
        this.endpoints = new PrivateEndpoints(subnet.toString(), props.dnsZones());
    }

    @Override
    public String virtualNetworkId() {
        return network.toString();
    }

    @Override
    public String virtualNetworkName() {
        return network.name(0);
    }

    @Override
    public String virtualNetworkResourceGroupName() {
        return network.resourceGroupName();
    }

    @Override
    public void claim(String range, int longestPrefix, String use) {
        AddressRange.checkSubnet(range, longestPrefix, use);
    }

    @Override
    PrivateEndpoints endpoints() {
        return endpoints;
    }

    private static boolean isInside(String subnetId, String networkId) {
        return Tokens.isIn(subnetId)
                || Tokens.isIn(networkId)
                || subnetId.toLowerCase(Locale.ROOT).startsWith(networkId.toLowerCase(Locale.ROOT) + "/");
    }
}
