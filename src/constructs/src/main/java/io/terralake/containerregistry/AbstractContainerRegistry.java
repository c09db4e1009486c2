package io.terralake.containerregistry;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What registries made here and imported registries have in common. */
abstract class AbstractContainerRegistry extends StackPart implements IContainerRegistry {

    AbstractContainerRegistry(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantPull(Principal principal) {
        return RoleGrant.of(this, registryId(), RegistryRole.PULL, principal);
    }

    @Override
    public final Grant grantPush(Principal principal) {
        return RoleGrant.of(this, registryId(), RegistryRole.PUSH, principal);
    }
}
