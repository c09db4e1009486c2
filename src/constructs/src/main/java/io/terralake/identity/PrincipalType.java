package io.terralake.identity;

/** The kinds of principal that a role can be assigned to. */
public enum PrincipalType {
    GROUP("Group"),
    SERVICE_PRINCIPAL("ServicePrincipal"),
    USER("User");

    private final String azureName;

    PrincipalType(String azureName) {
        this.azureName = azureName;
    }

    /** The name in Azure's API. */
    public String azureName() {
        return azureName;
    }
}
