package io.terralake.apimanagement;

import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.network.SubnetDelegate;
import java.util.List;
import software.constructs.Construct;

/**
 * The subnet through which a service of tier {@link Tier#STANDARD_V2} or {@link Tier#PREMIUM_V2} reaches backends in the network, with
 * the security group that Azure wants it to have.
 *
 * @see <a href="https://learn.microsoft.com/azure/api-management/integrate-vnet-outbound">Integrate an Azure API Management instance
 *     with a private virtual network for outbound connections</a>
 */
public final class ApiManagementSubnet extends StackPart {
    private static final SubnetDelegate DELEGATE = new SubnetDelegate(
            "apim",
            "API Management",
            27,
            "Microsoft.Web/serverFarms",
            List.of("Microsoft.Network/virtualNetworks/subnets/action"));

    private final String subnetId;

    /** @throws ConstructException when the range is malformed, too small, outside the network or taken */
    public ApiManagementSubnet(Construct scope, String id, ApiManagementSubnetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.subnetId = DELEGATE.addGuardedSubnet(this, props.network(), props.range(), List.of());
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

    /** The Azure id of the subnet, which is there when its security group is. */
    public String subnetId() {
        return subnetId;
    }
}
