package io.terralake.containerregistry;

import io.terralake.identity.Role;

/** The built-in roles for the images of a registry. */
public enum RegistryRole implements Role {
    /** Pulls images. */
    PULL("AcrPull"),
    /** Pulls and pushes images. */
    PUSH("AcrPush");

    private final String azureName;

    RegistryRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
