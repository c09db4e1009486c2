package io.terralake.identity;

import io.terralake.core.Tokens;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Someone or something that can be granted access: a managed identity, a group, a user. */
public interface Principal {

    /** The object id in Entra ID. */
    String principalId();

    /** The kind of principal; empty when only Azure knows, as for whoever runs Terraform. */
    Optional<PrincipalType> principalType();

    /** What the principal is called in construct ids. Changing it replaces the principal's role assignments. */
    String principalName();

    /** The Azure id of the resource whose system-assigned identity this is; empty for everyone else. */
    default Optional<String> identityOf() {
        return Optional.empty();
    }

    /** What people read, such as in a list of database users. */
    default String displayName() {
        return principalName();
    }

    /**
     * Whether two principals are one, by what identifies them in Entra ID: names can differ.
     *
     * @param scope the construct that asks
     */
    static boolean same(Construct scope, Principal one, Principal other) {
        if (one instanceof IConstruct && other instanceof IConstruct) {
            return one == other;
        }
        return one.equals(other) || Tokens.same(scope, one.principalId(), other.principalId());
    }

    /**
     * An Entra group.
     *
     * @param name what the group is called in construct ids
     * @param objectId its object id, a GUID
     */
    static Principal group(String name, String objectId) {
        return new KnownPrincipal(name, objectId, PrincipalType.GROUP);
    }

    /** An Entra user, by object id. Prefer a group: people change. */
    static Principal user(String name, String objectId) {
        return new KnownPrincipal(name, objectId, PrincipalType.USER);
    }

    /** A service principal or managed identity from elsewhere, by object id (not by client id). */
    static Principal servicePrincipal(String name, String objectId) {
        return new KnownPrincipal(name, objectId, PrincipalType.SERVICE_PRINCIPAL);
    }
}
