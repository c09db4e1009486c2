package io.terralake.kubernetes;

/**
 * What Azure promises of a cluster's API server.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers">Free, Standard and Premium pricing tiers for AKS cluster
 *     management</a>
 */
public enum ClusterTier {
    /** Nothing; for up to ten nodes, or trying things out. */
    FREE("Free"),
    /** To be there for 99.9 % of the time, with nodes in several zones for 99.95 %; some 73 USD a month. */
    STANDARD("Standard");

    private final String azureName;

    ClusterTier(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
