package io.terralake.eventhub;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What namespaces made here and imported namespaces have in common. */
abstract class AbstractEventHubNamespace extends StackPart implements IEventHubNamespace {

    AbstractEventHubNamespace(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final String host() {
        return namespaceName() + ".servicebus.windows.net";
    }

    @Override
    public final Grant grantSend(Principal principal) {
        return RoleGrant.of(this, namespaceId(), EventHubRole.DATA_SENDER, principal);
    }

    @Override
    public final Grant grantReceive(Principal principal) {
        return RoleGrant.of(this, namespaceId(), EventHubRole.DATA_RECEIVER, principal);
    }
}
