package io.terralake.entra;

import io.terralake.identity.PrincipalType;

/** Who can be given a role. */
public enum MemberType {
    /** Programs: service principals and managed identities. */
    APPLICATION("Application"),
    /** People and groups. */
    USER("User");

    private final String azureName;

    MemberType(String azureName) {
        this.azureName = azureName;
    }

    String azureName() {
        return azureName;
    }

    static MemberType of(PrincipalType type) {
        return type == PrincipalType.SERVICE_PRINCIPAL ? APPLICATION : USER;
    }
}
