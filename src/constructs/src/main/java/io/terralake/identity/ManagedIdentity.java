package io.terralake.identity;

import io.terralake.core.Tree;
import java.util.Optional;
import software.constructs.IConstruct;

/** A construct whose resource has a system-assigned identity. */
public interface ManagedIdentity extends Principal, IConstruct {

    /** The Azure id of the resource. */
    String resourceId();

    @Override
    default Optional<PrincipalType> principalType() {
        return Optional.of(PrincipalType.SERVICE_PRINCIPAL);
    }

    @Override
    default String principalName() {
        return Tree.idOf(this);
    }

    @Override
    default Optional<String> identityOf() {
        return Optional.of(resourceId());
    }
}
