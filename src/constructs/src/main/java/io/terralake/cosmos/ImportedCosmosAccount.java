package io.terralake.cosmos;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** An account that is managed elsewhere. */
final class ImportedCosmosAccount extends AbstractCosmosAccount {
    private final ImportedId imported;

    ImportedCosmosAccount(Construct scope, String id, String accountId) {
        super(scope, id);
        this.imported = new ImportedId(this, accountId, "Microsoft.DocumentDB/databaseAccounts");
    }

    @Override
    public String accountId() {
        return imported.toString();
    }

    @Override
    public String accountName() {
        return imported.name(0);
    }

    @Override
    public String accountResourceGroupName() {
        return imported.resourceGroupName();
    }
}
