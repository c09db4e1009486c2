package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import io.terralake.core.StackPart;
import io.terralake.monitoring.Diagnostics;
import io.terralake.network.Network;

/** The queue service of an account that is made here: its way in and its logs. */
final class QueueService extends StackPart {
    static final String ID = "Queues";

    QueueService(DataLake lake, StorageAccount account, String accountName) {
        super(lake, ID);
        Diagnostics.send(this, account, StorageLogs.QUEUES);
        Network.of(lake).connect(this, lake.accountId(), accountName, StoragePrivateLink.QUEUE);
    }
}
