package io.terralake.kubernetes;

import io.terralake.azure.AllowList;
import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.network.Network;
import java.util.List;
import software.constructs.Construct;

/** A subnet that is managed elsewhere. */
final class ImportedKubernetesSubnet extends StackPart implements IKubernetesSubnet {
    private final ImportedId imported;
    private final List<String> outboundAddresses;

    ImportedKubernetesSubnet(Construct scope, String id, String subnetId, List<String> outboundAddresses) {
        super(scope, id);
        this.imported = new ImportedId(this, subnetId, "Microsoft.Network/virtualNetworks/subnets");
        try {
            AllowList.check(outboundAddresses.stream()
                    .filter(address -> !Tokens.isIn(address))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        this.outboundAddresses = List.copyOf(outboundAddresses);
        Network.of(this).allowSubnet(subnetId);
    }

    @Override
    public String subnetId() {
        return imported.toString();
    }

    @Override
    public String virtualNetworkId() {
        return imported.idOf(0);
    }

    @Override
    public List<String> outboundAddresses() {
        return outboundAddresses;
    }
}
