package io.terralake.functionapp;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import com.hashicorp.cdktf.providers.azurerm.storage_container.StorageContainer;
import com.hashicorp.cdktf.providers.azurerm.storage_container.StorageContainerConfig;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import io.terralake.storage.AccountBody;
import io.terralake.storage.Replication;
import io.terralake.storage.SoftDelete;
import io.terralake.storage.StorageNames;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.storage.StorageRole;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/** What the host of an app keeps for itself: packages, leases, queues. Nothing in it is worth more than the app. */
final class HostStorage extends StackPart {
    private static final String PACKAGES = "packages";

    /** Storage logs in its services, and rejects the metric category AllMetrics. */
    private static final LogProfile LOGS =
            new LogProfile("/blobServices/default", List.of("audit"), List.of("Transaction"));

    /**
     * What the host needs.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity">
     *     Connecting to host storage with an identity</a>
     */
    private static final List<StorageRole> ROLES = List.of(
            StorageRole.BLOB_DATA_OWNER, StorageRole.QUEUE_DATA_CONTRIBUTOR, StorageRole.TABLE_DATA_CONTRIBUTOR);

    private final StorageAccount account;
    private final String packages;

    HostStorage(Construct app, String id, FunctionAppProps props) {
        super(app, id);
        PlatformStack stack = PlatformStack.of(app);
        Network network = Network.of(stack);
        String name = stack.nameOf(this, StorageNames.ACCOUNT, props.storageName(), props.purpose());
        Replication replication = Placement.of(this).region().hasZones() ? Replication.ZRS : Replication.LRS;
        this.account = new StorageAccount(
                this,
                "Resource",
                AccountBody.of(this, name, replication, SoftDelete.DEFAULT_DAYS, null)
                        .build());
        Diagnostics.send(account, LOGS);
        StorageContainer container = new StorageContainer(
                this,
                "Packages",
                StorageContainerConfig.builder()
                        .name(PACKAGES)
                        .storageAccountId(account.getId())
                        .containerAccessType("private")
                        .build());
        this.packages = account.getPrimaryBlobEndpoint() + container.getName();
        network.connect(
                this,
                account.getId(),
                name,
                StoragePrivateLink.BLOB,
                StoragePrivateLink.QUEUE,
                StoragePrivateLink.TABLE);
    }

    String accountName() {
        return account.getName();
    }

    /** The address of the container that the host fetches its package from. */
    String packages() {
        return packages;
    }

    Stream<Grant> grantHost(Principal app) {
        return ROLES.stream().map(role -> RoleGrant.of(this, account.getId(), role, app));
    }
}
