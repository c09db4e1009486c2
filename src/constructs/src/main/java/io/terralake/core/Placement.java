package io.terralake.core;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import io.terralake.azure.Region;
import software.constructs.Construct;

/**
 * Where the resources of a construct are: the region and the resource group of its stack, or of the {@link Place} that it is in.
 * Constructs find it with {@link #of}; nobody passes it on.
 *
 * @param region the Azure region
 * @param resourceGroup the resource group
 * @param resourceGroupName its name, as a token; kept, because each question to a CDKTF object costs half a millisecond
 */
public record Placement(Region region, ResourceGroup resourceGroup, String resourceGroupName) {

    Placement(Region region, ResourceGroup resourceGroup) {
        this(region, resourceGroup, resourceGroup.getName());
    }

    /** Where the resources of a construct are. */
    public static Placement of(Construct construct) {
        return PlatformStack.of(construct).placementOf(construct);
    }

    /** The name of the region in Azure's API, such as {@code westeurope}. */
    public String location() {
        return region.azureName();
    }

    /** The Azure id of the resource group, as a token. */
    public String resourceGroupId() {
        return resourceGroup.getId();
    }
}
