package io.terralake.cosmos;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A container that is managed elsewhere. */
final class ImportedCosmosContainer extends AbstractCosmosContainer {
    private final ICosmosDatabase database;
    private final String containerName;

    ImportedCosmosContainer(Construct scope, String id, String containerId) {
        super(scope, id);
        ImportedId imported =
                new ImportedId(this, containerId, "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers");
        this.database = CosmosDatabase.fromDatabaseId(this, "Database", imported.idOf(1));
        this.containerName = imported.name(2);
    }

    @Override
    public ICosmosDatabase database() {
        return database;
    }

    @Override
    public String containerName() {
        return containerName;
    }
}
