package io.terralake.network;

import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkConfig;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetworkDdosProtectionPlan;
import io.terralake.azure.AddressRange;
import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A virtual network for machines, such as those of Databricks. {@link PrivateNetwork} is one for private endpoints too. */
public final class VirtualNetwork extends StackPart implements IVirtualNetwork {
    /** The type of the plans that protect networks. */
    public static final String DDOS_PROTECTION_PLAN = "Microsoft.Network/ddosProtectionPlans";

    private final String virtualNetworkId;
    private final String virtualNetworkName;
    private final AddressSpace addresses;

    /** @throws ConstructException when the address space is malformed or Azure would not accept the name */
    public VirtualNetwork(Construct scope, String id, VirtualNetworkProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        try {
            this.addresses = new AddressSpace(props.addressSpace());
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        var resource = add(this, props.addressSpace(), props.name(), props.ddosProtectionPlanId());
        this.virtualNetworkId = resource.getId();
        this.virtualNetworkName = resource.getName();
    }

    /**
     * An existing network.
     *
     * @throws ConstructException when the id is not that of a virtual network, or it is in another subscription than the
     *     environment
     */
    public static IVirtualNetwork fromVirtualNetworkId(Construct scope, String id, String virtualNetworkId) {
        return new Imported(scope, id, virtualNetworkId);
    }

    static com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork add(
            Construct owner, String addressSpace, @Nullable String name, @Nullable String ddosProtectionPlanId) {
        PlatformStack stack = PlatformStack.of(owner);
        var added = new com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork(
                owner,
                "Resource",
                VirtualNetworkConfig.builder()
                        .name(stack.nameOf(owner, NetworkNames.VIRTUAL_NETWORK, name))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .addressSpace(List.of(addressSpace))
                        .ddosProtectionPlan(ddosProtectionPlanId == null ? null : plan(owner, ddosProtectionPlanId))
                        .tags(stack.tags())
                        .build());
        stack.protection().keepAddress(added);
        Diagnostics.send(added, LogProfile.ALL_LOGS_AND_METRICS);
        return added;
    }

    @Override
    public String virtualNetworkId() {
        return virtualNetworkId;
    }

    @Override
    public String virtualNetworkName() {
        return virtualNetworkName;
    }

    @Override
    public String virtualNetworkResourceGroupName() {
        return PlatformStack.of(this).resourceGroupName();
    }

    @Override
    public void claim(String range, int longestPrefix, String use) {
        addresses.claim(range, longestPrefix, use);
    }

    private static VirtualNetworkDdosProtectionPlan plan(Construct owner, String id) {
        return VirtualNetworkDdosProtectionPlan.builder()
                .id(new ImportedId(owner, id, DDOS_PROTECTION_PLAN).toString())
                .enable(true)
                .build();
    }

    private static final class Imported extends StackPart implements IVirtualNetwork {
        private final ImportedId imported;

        private Imported(Construct scope, String id, String virtualNetworkId) {
            super(scope, id);
            this.imported = new ImportedId(this, virtualNetworkId, "Microsoft.Network/virtualNetworks")
                    .requireOwnSubscription("subnets are made in the subscription of their network");
        }

        @Override
        public String virtualNetworkId() {
            return imported.toString();
        }

        @Override
        public String virtualNetworkName() {
            return imported.name(0);
        }

        @Override
        public String virtualNetworkResourceGroupName() {
            return imported.resourceGroupName();
        }

        @Override
        public void claim(String range, int longestPrefix, String use) {
            AddressRange.checkSubnet(range, longestPrefix, use);
        }
    }
}
