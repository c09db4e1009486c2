package io.terralake.containerregistry;

/**
 * What a registry can do, and what it costs.
 *
 * @see <a href="https://learn.microsoft.com/azure/container-registry/container-registry-skus">Azure Container Registry service tiers</a>
 */
public enum RegistrySku {
    /** 10 GB; a public endpoint for who has a token. */
    BASIC("Basic"),
    /** 100 GB; a public endpoint for who has a token. */
    STANDARD("Standard"),
    /** 500 GB, with a firewall, private endpoints, zones and retention. */
    PREMIUM("Premium");

    private final String azureName;

    RegistrySku(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
