package io.terralake.storage;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What queues made here and imported queues have in common. */
abstract class AbstractQueue extends StackPart implements IQueue {
    static final String TYPE = "Microsoft.Storage/storageAccounts/queueServices/queues";

    AbstractQueue(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantSend(Principal principal) {
        return grant(StorageRole.QUEUE_DATA_MESSAGE_SENDER, principal);
    }

    @Override
    public final Grant grantProcess(Principal principal) {
        return grant(StorageRole.QUEUE_DATA_CONTRIBUTOR, principal);
    }

    private Grant grant(StorageRole role, Principal principal) {
        return RoleGrant.of(this, queueId(), role, principal);
    }
}
