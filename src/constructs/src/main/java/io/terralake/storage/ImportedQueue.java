package io.terralake.storage;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A queue that is managed elsewhere. */
final class ImportedQueue extends AbstractQueue {
    private final ImportedId imported;
    private final IStorageAccount account;

    ImportedQueue(Construct scope, String id, String queueId) {
        super(scope, id);
        this.imported = new ImportedId(this, queueId, TYPE);
        this.account = DataLake.fromAccountId(this, "Account", imported.idOf(0));
    }

    @Override
    public IStorageAccount account() {
        return account;
    }

    @Override
    public String queueId() {
        return imported.toString();
    }

    @Override
    public String queueName() {
        return imported.name(2);
    }
}
