package io.terralake.identity;

/** The built-in roles that every resource type has. */
public enum GeneralRole implements Role {
    /** Reads and changes the resource, but gives nobody access. */
    CONTRIBUTOR("Contributor"),
    /** Reads the resource's settings. */
    READER("Reader");

    private final String azureName;

    GeneralRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
