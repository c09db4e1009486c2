package io.terralake.core;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;

/** What a landing zone shares with the data products on it: its resource group and what {@link PlatformStack#share} was given. */
public final class Platform {
    private final ResourceGroup resourceGroup;
    private final Shared shared;

    Platform(ResourceGroup resourceGroup, Shared shared) {
        this.resourceGroup = resourceGroup;
        this.shared = new Shared(shared);
    }

    ResourceGroup resourceGroup() {
        return resourceGroup;
    }

    Shared shared() {
        return new Shared(shared);
    }
}
