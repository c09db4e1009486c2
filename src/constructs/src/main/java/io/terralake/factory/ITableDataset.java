package io.terralake.factory;

import java.util.Optional;

/** Tables of a database. */
public interface ITableDataset extends Dataset {
    /** Whose tables they are. */
    TableStore store();

    @Override
    default Optional<String> datasetType() {
        return Optional.of(store().datasetType());
    }
}
