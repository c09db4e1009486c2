package io.terralake.keyvault;

/** What a vault keeps keys in. */
public enum KeyVaultSku {
    /** Software that hardware protects. */
    STANDARD("standard"),
    /** Hardware security modules that customers share, FIPS 140-3 level 3; each key costs by the month. */
    PREMIUM("premium");

    private final String azureName;

    KeyVaultSku(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
