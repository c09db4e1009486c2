package io.terralake.databricks;

import io.terralake.azure.Guid;
import io.terralake.core.Tokens;

/**
 * Whom Databricks and Unity Catalog know. They go by names in the Databricks account, not by object ids in Entra ID.
 *
 * @param kind what it is
 * @param name the name of a group, the mail address of a user, the application id of a service principal
 */
public record DatabricksPrincipal(Kind kind, String name) {
    /** A regular expression for a whole name: 1 to 255 characters, not only blanks. */
    public static final String REGEX = "^(?=.{1,255}$).*\\S.*$";

    /** Kinds of principals. */
    public enum Kind {
        GROUP,
        SERVICE_PRINCIPAL,
        USER
    }

    /** @throws IllegalArgumentException when the name is empty or too long, or that of a service principal is no GUID */
    public DatabricksPrincipal {
        if (!name.matches(REGEX)) {
            throw new IllegalArgumentException(
                    "principal \"%s\" of Databricks is not allowed: 1 to 255 characters".formatted(name));
        }
        if (kind == Kind.SERVICE_PRINCIPAL && !Tokens.isIn(name) && !name.matches(Guid.REGEX)) {
            throw new IllegalArgumentException("application id \"%s\" is not allowed: a GUID".formatted(name));
        }
    }

    /** A group of the Databricks account, such as one that is kept in step with Entra ID. */
    public static DatabricksPrincipal group(String name) {
        return new DatabricksPrincipal(Kind.GROUP, name);
    }

    /** A service principal, by its application (client) id, a GUID. */
    public static DatabricksPrincipal servicePrincipal(String applicationId) {
        return new DatabricksPrincipal(Kind.SERVICE_PRINCIPAL, applicationId);
    }

    /** A user, by mail address. Prefer a group: people change. */
    public static DatabricksPrincipal user(String mailAddress) {
        return new DatabricksPrincipal(Kind.USER, mailAddress);
    }
}
