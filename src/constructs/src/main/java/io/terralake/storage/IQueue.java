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
     * Lets a principal take, look at and delete messages and ask how many there are: what the trigger of a function needs.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-trigger#grant-permission-to-the-identity">
     *     Azure Queue storage trigger: grant permission to the identity</a>
     */
    Grant grantProcess(Principal principal);

    /** Lets a principal do everything with the messages, and make and delete the queue. */
    Grant grantWrite(Principal principal);
}
