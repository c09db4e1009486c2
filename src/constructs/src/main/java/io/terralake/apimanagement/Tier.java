package io.terralake.apimanagement;

/**
 * What a service costs and can do.
 *
 * @see <a href="https://learn.microsoft.com/azure/api-management/api-management-features">Feature-based comparison of the API
 *     Management tiers</a>
 */
public enum Tier {
    /** Paid by the call; scales to nothing, reaches public backends only, writes no logs. */
    CONSUMPTION("Consumption", 0, 0, false),
    /** For trying out, without a service level. */
    DEVELOPER("Developer", 1, 1, false),
    /** The smallest with a service level. */
    BASIC_V2("BasicV2", 1, 10, false),
    /** Reaches backends in a virtual network. */
    STANDARD_V2("StandardV2", 1, 10, true),
    /** The same, for more load and with zones. */
    PREMIUM_V2("PremiumV2", 1, 30, true);

    private final String azureName;
    private final int fewestUnits;
    private final int mostUnits;
    private final boolean integratesNetworks;

    Tier(String azureName, int fewestUnits, int mostUnits, boolean integratesNetworks) {
        this.azureName = azureName;
        this.fewestUnits = fewestUnits;
        this.mostUnits = mostUnits;
        this.integratesNetworks = integratesNetworks;
    }

    String azureName() {
        return azureName;
    }

    int fewestUnits() {
        return fewestUnits;
    }

    int mostUnits() {
        return mostUnits;
    }

    /** Whether a service of this tier reaches backends in a virtual network. */
    public boolean integratesNetworks() {
        return integratesNetworks;
    }
}
