package io.terralake.cosmos;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A database that is managed elsewhere. */
final class ImportedCosmosDatabase extends AbstractCosmosDatabase {
    private final ICosmosAccount account;
    private final String databaseName;

    ImportedCosmosDatabase(Construct scope, String id, String databaseId) {
        super(scope, id);
        ImportedId imported = new ImportedId(this, databaseId, "Microsoft.DocumentDB/databaseAccounts/sqlDatabases");
        this.account = CosmosAccount.fromAccountId(this, "Account", imported.idOf(0));
        this.databaseName = imported.name(1);
    }

    @Override
    public ICosmosAccount account() {
        return account;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }
}
