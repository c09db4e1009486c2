package io.terralake.functions.usedcars.local;

import io.delta.kernel.Snapshot;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.terralake.functions.usedcars.MemoryStore;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Listings in the silver table. They are in memory, and read again when the table has another version. */
final class SilverStore implements Supplier<Store> {
    private final SilverTable table;
    private long version = -1;
    private Store store = new MemoryStore(List.of());

    SilverStore(SilverTable table) {
        this.table = table;
    }

    /** @throws StoreException when the table cannot be read */
    @Override
    public synchronized Store get() {
        try {
            Snapshot snapshot = table.snapshot();
            if (snapshot.getVersion() != version) {
                store = new MemoryStore(table.read(snapshot));
                version = snapshot.getVersion();
            }
            return store;
        } catch (KernelException | KernelEngineException | IOException e) {
            throw new StoreException("the silver table cannot be read", e);
        }
    }
}
