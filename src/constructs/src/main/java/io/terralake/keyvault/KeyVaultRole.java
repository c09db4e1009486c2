package io.terralake.keyvault;

import io.terralake.identity.Role;

/** The built-in roles for the keys and secrets of a vault. */
public enum KeyVaultRole implements Role {
    /** Wraps and unwraps with keys, for services that encrypt. */
    CRYPTO_SERVICE_ENCRYPTION_USER("Key Vault Crypto Service Encryption User"),
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
