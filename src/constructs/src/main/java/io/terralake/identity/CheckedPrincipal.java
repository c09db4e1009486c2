package io.terralake.identity;

import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.Tokens;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * A principal, whoever wrote its class: what it answers is there, else the error says which class it is of, and where it
 * was asked. For services that grant something.
 *
 * @param asker the construct that access is granted to
 */
public record CheckedPrincipal(Construct asker, Principal principal) implements Principal {

    /** Whether two principals are one, by what identifies them in Entra ID: names can differ. */
    public boolean isSame(CheckedPrincipal other) {
        if (principal instanceof IConstruct && other.principal instanceof IConstruct) {
            return principal == other.principal;
        }
        return principal.equals(other.principal) || Tokens.same(asker, principalId(), other.principalId());
    }

    /**
     * What a grant is a part of: the principal when it is a construct, so that a data product carries its own grants; else the resource.
     * What a landing zone's identity is granted on a product's resource belongs to that, because the zone never depends on a product.
     *
     * @param resource the construct that access is granted to
     */
    public Construct ownerOfGrant(Construct resource) {
        return principal instanceof Construct construct
                        && !PlatformStack.of(resource).standsOn(PlatformStack.of(construct))
                ? construct
                : resource;
    }

    /**
     * Refuses an object id that was said to be a group's and a user's.
     *
     * @throws ConstructException when both types are known and differ
     */
    public void requireSameType(CheckedPrincipal other) {
        Optional<PrincipalType> one = principalType();
        Optional<PrincipalType> another = other.principalType();
        if (one.isPresent() && another.isPresent() && !one.equals(another)) {
            throw new ConstructException(
                    asker,
                    "the %s \"%s\" and the %s \"%s\" have the same object id, which is one principal's"
                            .formatted(
                                    one.get().azureName(),
                                    principalName(),
                                    another.get().azureName(),
                                    other.principalName()));
        }
    }

    @Override
    public String principalId() {
        return Contract.ask(asker, principal, "principalId", principal::principalId);
    }

    @Override
    public Optional<PrincipalType> principalType() {
        return Contract.ask(asker, principal, "principalType", principal::principalType);
    }

    @Override
    public String principalName() {
        return Contract.ask(asker, principal, "principalName", principal::principalName);
    }

    @Override
    public Optional<String> identityOf() {
        return Contract.ask(asker, principal, "identityOf", principal::identityOf);
    }

    @Override
    public String displayName() {
        return Contract.ask(asker, principal, "displayName", principal::displayName);
    }
}
