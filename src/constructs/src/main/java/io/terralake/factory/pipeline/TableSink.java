package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.factory.ITableDataset;
import io.terralake.factory.TableStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that a copy writes. With keys, rows that are there are updated and others inserted, so that a copy can be repeated;
 * without, all are inserted. A dedicated SQL pool gets rows by its COPY statement where it can.
 *
 * @param dataset a dataset of tables
 * @param keys the columns that identify a row; @default none, rows are inserted
 * @param preCopyScript what the database runs before the copy, such as {@code TRUNCATE TABLE dbo.cars}; @default nothing
 * @param createTable whether a table that is not there is made, by the columns of the source; @default false
 * @param batchSize how many rows go at once, 1 or more; @default the service's
 * @param lockTable whether rows are written under a lock of the whole table; @default false
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-sql-database#azure-sql-database-as-the-sink">Azure
 *     SQL Database as the sink</a>
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-sql-data-warehouse#azure-synapse-analytics-as-sink">Azure
 *     Synapse Analytics as sink</a>
 */
@RecordBuilder
public record TableSink(
        DatasetReference dataset,
        @Nullable List<String> keys,
        @Nullable Expression preCopyScript,
        @Nullable Boolean createTable,
        @Nullable Integer batchSize,
        @Nullable Boolean lockTable)
        implements Sink {

    /** @throws IllegalArgumentException when there are keys, but none in the list, or the batch size is not allowed */
    public TableSink {
        keys = keys == null ? keys : RequiredFields.copy(keys);
        if (keys != null && keys.isEmpty()) {
            throw new IllegalArgumentException("an upsert needs at least one key column");
        }
        createTable = createTable != null && createTable;
        lockTable = lockTable != null && lockTable;
        if (batchSize != null) {
            Limits.check("batch size", batchSize, 1, Integer.MAX_VALUE, "rows");
        }
    }

    public static TableSinkBuilder builder() {
        return TableSinkBuilder.builder();
    }

    @Override
    public ObjectNode json() {
        boolean synapse = store() == TableStore.SYNAPSE;
        ObjectNode sink = JsonNodeFactory.instance
                .objectNode()
                .put("type", store().sinkType())
                .put("writeBehavior", keys == null ? "insert" : "upsert")
                .put("sqlWriterUseTableLock", lockTable)
                .put("disableMetricsCollection", false);
        if (synapse && keys == null) {
            sink.put("allowCopyCommand", true);
        }
        if (keys != null) {
            ObjectNode settings = sink.putObject("upsertSettings");
            if (!synapse) {
                settings.put("useTempDB", true);
            }
            keys.forEach(settings.putArray("keys")::add);
        }
        if (preCopyScript != null) {
            sink.set("preCopyScript", preCopyScript.json());
        }
        if (Boolean.TRUE.equals(createTable)) {
            sink.put("tableOption", "autoCreate");
        }
        return batchSize == null ? sink : sink.put("writeBatchSize", batchSize);
    }

    private TableStore store() {
        return dataset.dataset() instanceof ITableDataset tables ? tables.store() : TableStore.AZURE_SQL;
    }
}
