package io.terralake.storage;

import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A storage account for blobs and file shares, without hierarchical namespace: what a service keeps its own things in, such as an Azure
 * ML workspace. Data is for a {@link DataLake}.
 */
public final class StorageAccount extends StackPart implements IStorageAccount {
    private final com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount resource;
    private final String accountId;

    /** @throws io.terralake.core.ConstructException when the name is not allowed, or the region has not what the replication needs */
    public StorageAccount(Construct scope, String id, StorageAccountProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        String name = stack.nameOf(this, StorageNames.ACCOUNT, props.name(), props.purpose());
        IEncryptionKey key = props.encryption();
        this.resource = new com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount(
                this,
                "Resource",
                AccountBody.of(
                                this,
                                name,
                                Objects.requireNonNull(props.replication()),
                                Objects.requireNonNull(props.softDeleteDays()),
                                key)
                        .build());
        if (key != null) {
            key.applyBefore(resource);
        }
        this.accountId = resource.getId();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, StorageLogs.BLOBS);
        Diagnostics.send(new Construct(this, "Files"), resource, StorageLogs.FILES);
        Network.of(this).connect(this, accountId, name, StoragePrivateLink.BLOB, StoragePrivateLink.FILE);
    }

    /**
     * An existing account.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a storage account
     */
    public static IStorageAccount fromAccountId(Construct scope, String id, String accountId) {
        return new ImportedStorageAccount(scope, id, accountId);
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return resource.getName();
    }

    /** Share of requests that the account could serve, in percent. */
    public Metric metricAvailability() {
        return new Metric("Microsoft.Storage/storageAccounts", "Availability", Aggregation.AVERAGE, accountId);
    }
}
