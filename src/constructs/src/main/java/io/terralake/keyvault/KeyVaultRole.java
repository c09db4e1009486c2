package io.terralake.keyvault;

import io.terralake.identity.Role;

/** The built-in roles for the secrets of a vault. */
public enum KeyVaultRole implements Role {
    /** Reads, writes and deletes secrets. */
    SECRETS_OFFICER("Key Vault Secrets Officer"),
    /** Reads secrets. */
    SECRETS_USER("Key Vault Secrets User");

    private final String azureName;

    KeyVaultRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
