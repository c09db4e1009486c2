package io.terralake.functionapp;

import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.network.NatGateway;
import io.terralake.network.NatGatewayProps;
import io.terralake.network.Network;
import io.terralake.network.ServiceEndpoints;
import io.terralake.network.SubnetDelegate;
import java.util.List;
import software.constructs.Construct;

/**
 * A subnet that function apps send from. Services that are made after it let it through their firewalls.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/flex-consumption-how-to#enable-virtual-network-integration">Flex
 *     Consumption: virtual network integration</a>
 */
public final class FunctionSubnet extends StackPart implements IFunctionSubnet {
    private static final String PURPOSE = "functions";
    private static final SubnetDelegate DELEGATE = new SubnetDelegate(
            PURPOSE,
            "functions",
            27,
            "Microsoft.App/environments",
            List.of("Microsoft.Network/virtualNetworks/subnets/join/action"));

    private final String subnetId;

    /** @throws ConstructException when the range is malformed, too small, outside the network or taken */
    public FunctionSubnet(Construct scope, String id, FunctionSubnetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Network reached = Network.of(stack);
        this.subnetId = DELEGATE.addGuardedSubnet(this, props.network(), props.range(), ServiceEndpoints.of(reached));
        boolean internet = props.internet() == null ? reached.publicAccess() : props.internet();
        if (internet) {
            new NatGateway(
                            this,
                            "NatGateway",
                            NatGatewayProps.builder().purpose(PURPOSE).build())
                    .lead("Subnet", subnetId);
        }
        reached.allowSubnet(subnetId);
    }

    /**
     * Checks a range before there is a network.
     *
     * @param taken other subnets of the network
     * @throws IllegalArgumentException when it is malformed, too small, outside the address space or taken
     */
    public static void checkRange(String range, String addressSpace, String... taken) {
        DELEGATE.checkRange(range, addressSpace, taken);
    }

    /**
     * An existing subnet, delegated to {@code Microsoft.App/environments}.
     *
     * @throws ConstructException when the id is not that of a subnet
     */
    public static IFunctionSubnet fromSubnetId(Construct scope, String id, String subnetId) {
        return new Imported(scope, id, subnetId);
    }

    @Override
    public String subnetId() {
        return subnetId;
    }

    private static final class Imported extends StackPart implements IFunctionSubnet {
        private final ImportedId imported;

        private Imported(Construct scope, String id, String subnetId) {
            super(scope, id);
            this.imported = new ImportedId(this, subnetId, "Microsoft.Network/virtualNetworks/subnets");
            Network.of(scope).allowSubnet(subnetId);
        }

        @Override
        public String subnetId() {
            return imported.toString();
        }
    }
}
