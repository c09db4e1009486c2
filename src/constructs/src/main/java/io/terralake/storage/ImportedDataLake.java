package io.terralake.storage;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A lake that is managed elsewhere, known by the id of its storage account. */
final class ImportedDataLake extends AbstractDataLake {
    private final String accountId;
    private final String accountName;

    ImportedDataLake(Construct scope, String id, String accountId, String... zones) {
        super(scope, id);
        ImportedId imported = new ImportedId(this, accountId, "Microsoft.Storage/storageAccounts");
        this.accountId = imported.toString();
        this.accountName = imported.name(0);
        for (String zone : zones) {
            requireNew(zone);
            register(Zone.existing(this, stack().nameOf(this, StorageNames.CONTAINER, zone)));
        }
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return accountName;
    }

    @Override
    public String dfsHost() {
        return accountName + ".dfs.core.windows.net";
    }
}
