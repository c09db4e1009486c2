package io.terralake.core;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import software.constructs.Construct;

/**
 * A resource group of its own, in another region than its stack's if need be. What is made below it stands there, and has the region's
 * code in its name: {@code new KeyVault(place, "Vault", …)}. Private endpoints stay in the network's region and resource group.
 */
public final class Place extends StackPart {

    /** @throws ConstructException when the resource group's name is not allowed */
    public Place(Construct scope, String id, PlaceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        var region = props.region() == null ? Placement.of(scope).region() : props.region();
        ResourceGroup group = new ResourceGroup(
                this,
                "ResourceGroup",
                ResourceGroupConfig.builder()
                        .name(stack.nameOf(
                                region, this, PlatformStack.RESOURCE_GROUP_NAMING, props.name(), props.purpose()))
                        .location(region.azureName())
                        .tags(stack.tags())
                        .build());
        stack.protection().retain(group, null);
        stack.put(this, new Placement(region, group));
    }
}
