package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import io.terralake.core.StackPart;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import java.util.List;

/** The queue service of an account that is made here: its way in and its logs. */
final class QueueService extends StackPart {
    static final String ID = "Queues";

    private static final LogProfile LOGS =
            new LogProfile("/queueServices/default", List.of("audit"), List.of("Transaction"));

    QueueService(DataLake lake, StorageAccount account, String accountName) {
        super(lake, ID);
        Diagnostics.send(this, account, LOGS);
        Network.of(lake).connect(this, lake.accountId(), accountName, StoragePrivateLink.QUEUE);
    }
}
