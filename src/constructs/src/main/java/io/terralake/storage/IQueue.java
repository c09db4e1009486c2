package io.terralake.storage;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A queue of a storage account, made here or imported. */
public interface IQueue extends IConstruct {

    /** What it is in. */
    IStorageAccount account();

    /** Its Azure id, the scope of its role assignments. */
    String queueId();

    /** Its name. */
    String queueName();

    /** Lets a principal add messages. */
    Grant grantSend(Principal principal);

    /**
     * Lets a principal do everything with the queue and its messages, which the trigger of a function needs: it changes when a message that
     * failed is visible again. The roles that Microsoft names for triggers, Storage Queue Data Reader and Message Processor, let nobody do that.
     *
     * @see <a href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory#permissions-for-queue-service-operations">
     *     Permissions for Queue service operations: Update Message</a>
     * @see <a href="https://github.com/MicrosoftDocs/azure-docs/issues/120932">Insufficient RBAC roles for a queue trigger</a>
     */
    Grant grantProcess(Principal principal);
}
