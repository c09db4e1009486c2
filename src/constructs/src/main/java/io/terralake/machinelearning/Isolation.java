package io.terralake.machinelearning;

/**
 * Whom the machines of a workspace may send to. They are in a network that Azure manages, which reaches what is behind a firewall by
 * private endpoints. A workspace can become stricter, never less strict.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-managed-network">Workspace managed virtual network
 *     isolation</a>
 */
public enum Isolation {
    /** Everybody. */
    ALLOW_INTERNET_OUTBOUND("AllowInternetOutbound"),
    /** What the workspace stands on and its outbound rules. */
    ALLOW_ONLY_APPROVED_OUTBOUND("AllowOnlyApprovedOutbound");

    private final String azureName;

    Isolation(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
