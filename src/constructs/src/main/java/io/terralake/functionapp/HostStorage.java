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
import io.terralake.network.Network;
import io.terralake.settings.RemovalPolicy;
import io.terralake.storage.AccountBody;
import io.terralake.storage.IQueue;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.LifecycleRules;
import io.terralake.storage.Queue;
import io.terralake.storage.QueueProps;
import io.terralake.storage.Replication;
import io.terralake.storage.SoftDelete;
import io.terralake.storage.StorageLogs;
import io.terralake.storage.StorageNames;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.storage.StorageRole;
import io.terralake.storage.Tiering;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/** What the host of an app and its functions keep for themselves: packages, leases, queues. Nothing in it is worth more than the app. */
final class HostStorage extends StackPart implements IStorageAccount {
    private static final String PACKAGES = "packages";

    /**
     * What the host needs.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity">
     *     Connecting to host storage with an identity</a>
     */
    private static final List<StorageRole> ROLES = List.of(
            StorageRole.BLOB_DATA_OWNER, StorageRole.QUEUE_DATA_CONTRIBUTOR, StorageRole.TABLE_DATA_CONTRIBUTOR);

    private final StorageAccount account;
    private final String accountId;
    private final String packages;
    private final LifecycleRules lifecycle;
    private boolean logsQueues;

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
        Diagnostics.send(account, StorageLogs.BLOBS);
        this.accountId = account.getId();
        this.lifecycle = new LifecycleRules(this, accountId);
        this.packages = account.getPrimaryBlobEndpoint() + container("Packages", PACKAGES);
        network.connect(
                this, accountId, name, StoragePrivateLink.BLOB, StoragePrivateLink.QUEUE, StoragePrivateLink.TABLE);
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return account.getName();
    }

    /** A queue of the functions' own, with logs that alerts can ask. */
    IQueue addQueue(String name) {
        if (!logsQueues) {
            Diagnostics.send(new Construct(this, "Queues"), account, StorageLogs.QUEUES);
            logsQueues = true;
        }
        return new Queue(
                this,
                "Queue-" + name,
                QueueProps.builder()
                        .account(this)
                        .name(name)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build());
    }

    /** A container of the functions' own, whose blobs are deleted some days after they were written. */
    String addContainer(String name, int days) {
        PlatformStack.of(this).nameOf(this, StorageNames.CONTAINER, name);
        lifecycle.add(name, Tiering.builder().deleteAfterDays(days).build());
        return container("Container-" + name, name);
    }

    private String container(String id, String name) {
        return new StorageContainer(
                        this,
                        id,
                        StorageContainerConfig.builder()
                                .name(name)
                                .storageAccountId(accountId)
                                .containerAccessType("private")
                                .build())
                .getName();
    }

    /** The address of the container that the host fetches its package from. */
    String packages() {
        return packages;
    }

    Stream<Grant> grantHost(Principal app) {
        return ROLES.stream().map(role -> RoleGrant.of(this, accountId, role, app));
    }
}
