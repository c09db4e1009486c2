package io.terralake.machinelearning;

/** What the machines of a cluster are paid for. */
public enum VmPriority {
    /** They stay as long as they are needed. */
    DEDICATED("Dedicated"),
    /** Cheaper, from what is left over; Azure takes them back at any time. */
    LOW_PRIORITY("LowPriority");

    private final String azureName;

    VmPriority(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }
}
