package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_queue.StorageQueue;
import com.hashicorp.cdktf.providers.azurerm.storage_queue.StorageQueueConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/**
 * A queue of a storage account, made by the management plane, from any network. With the first one the account's queue service gets its
 * private endpoint, in private mode, and its diagnostic setting; an account that is managed elsewhere has both already.
 */
public final class Queue extends AbstractQueue {
    private final IStorageAccount account;
    private final StorageQueue resource;
    private final String queueId;

    /** @throws ConstructException when the name is not allowed */
    public Queue(Construct scope, String id, QueueProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.account = props.account();
        PlatformStack stack = PlatformStack.of(this);
        this.resource = new StorageQueue(
                this,
                "Resource",
                StorageQueueConfig.builder()
                        .name(stack.nameOf(this, StorageNames.QUEUE, props.name()))
                        .storageAccountId(
                                TerraformText.literal(Contract.ask(this, account, "accountId", account::accountId)))
                        .build());
        this.queueId = resource.getId();
        stack.protection().retain(resource, props.removalPolicy());
        if (account instanceof AbstractDataLake lake) {
            lake.useQueues();
        }
    }

    /**
     * An existing queue.
     *
     * @param queueId its Azure id, {@code …/storageAccounts/<name>/queueServices/default/queues/<name>}
     * @throws ConstructException when the id is not that of a queue
     */
    public static IQueue fromQueueId(Construct scope, String id, String queueId) {
        return new ImportedQueue(scope, id, queueId);
    }

    @Override
    public IStorageAccount account() {
        return account;
    }

    @Override
    public String queueId() {
        return queueId;
    }

    @Override
    public String queueName() {
        return resource.getName();
    }
}
