package io.terralake.eventhub;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What hubs made here and imported hubs have in common. */
abstract class AbstractEventHub extends StackPart implements IEventHub {

    AbstractEventHub(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantSend(Principal principal) {
        return RoleGrant.of(this, eventHubId(), EventHubRole.DATA_SENDER, principal);
    }

    @Override
    public final Grant grantReceive(Principal principal) {
        return RoleGrant.of(this, eventHubId(), EventHubRole.DATA_RECEIVER, principal);
    }
}
