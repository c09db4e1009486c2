package io.terralake.storage;

import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** An account that is managed elsewhere. */
final class ImportedStorageAccount extends StackPart implements IStorageAccount {
    private final ImportedId imported;

    ImportedStorageAccount(Construct scope, String id, String accountId) {
        super(scope, id);
        this.imported = new ImportedId(this, accountId, "Microsoft.Storage/storageAccounts");
    }

    @Override
    public String accountId() {
        return imported.toString();
    }

    @Override
    public String accountName() {
        return imported.name(0);
    }
}
