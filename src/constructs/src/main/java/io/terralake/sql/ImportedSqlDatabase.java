package io.terralake.sql;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A database that is managed elsewhere: its users are declared to the deploy hook, its tables stay as they are. */
final class ImportedSqlDatabase extends AbstractSqlDatabase {
    private final ImportedId database;

    ImportedSqlDatabase(Construct scope, String id, String databaseId) {
        super(scope, id);
        this.database = new ImportedId(this, databaseId, "Microsoft.Sql/servers/databases");
    }

    @Override
    public String databaseId() {
        return database.toString();
    }

    @Override
    public String databaseName() {
        return database.name(1);
    }

    @Override
    public String host() {
        return database.name(0) + ".database.windows.net";
    }
}
