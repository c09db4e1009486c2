package io.terralake.unitycatalog;

import io.terralake.azure.Guid;

/**
 * Whom Unity Catalog knows. It goes by names in the Databricks account, not by object ids in Entra ID.
 *
 * @param name the name of a group, the mail address of a user, the application id of a service principal
 */
public record UnityPrincipal(String name) {
    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException when the name is empty or too long */
    public UnityPrincipal {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "principal \"%s\" of Unity Catalog is not allowed: 1 to %d characters".formatted(name, LONGEST));
        }
    }

    /** A group of the Databricks account, such as one that is kept in step with Entra ID. */
    public static UnityPrincipal group(String name) {
        return new UnityPrincipal(name);
    }

    /**
     * A service principal.
     *
     * @param applicationId its application (client) id, a GUID
     * @throws IllegalArgumentException when that is no GUID
     */
    public static UnityPrincipal servicePrincipal(String applicationId) {
        if (!applicationId.matches(Guid.REGEX)) {
            throw new IllegalArgumentException("application id \"%s\" is not allowed: a GUID".formatted(applicationId));
        }
        return new UnityPrincipal(applicationId);
    }
}
