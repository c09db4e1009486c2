package io.terralake.identity;

/**
 * The built-in roles that grants assign.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">Azure built-in roles</a>
 */
public enum Role {
    CONTRIBUTOR("Contributor"),
    KEY_VAULT_SECRETS_OFFICER("Key Vault Secrets Officer"),
    KEY_VAULT_SECRETS_USER("Key Vault Secrets User"),
    STORAGE_BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor"),
    STORAGE_BLOB_DATA_READER("Storage Blob Data Reader");

    private final String azureName;

    Role(String azureName) {
        this.azureName = azureName;
    }

    /** The role's name in Azure. */
    public String azureName() {
        return azureName;
    }

    /** The role in a construct id. */
    String idPart() {
        return azureName.replace(" ", "");
    }
}
