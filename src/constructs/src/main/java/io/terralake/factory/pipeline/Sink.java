package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.factory.CosmosDbDataset;
import io.terralake.factory.FileDataset;
import io.terralake.factory.SqlTableDataset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a {@link Copy} writes; implement it for other stores. */
public interface Sink {

    /** Files of a dataset. */
    static Sink files(FileDataset files, Map<String, Expression> parameters) {
        return new Files(new DatasetReference(files, parameters), files);
    }

    /**
     * A table, by key: rows that are there are updated, others inserted, so that a copy can be repeated.
     *
     * @param keys the columns that identify a row, at least one
     * @throws IllegalArgumentException without a key
     */
    static Sink upsert(SqlTableDataset table, List<String> keys) {
        return new Upsert(DatasetReference.to(table), keys);
    }

    /** Items of a Cosmos DB container, by their {@code id} and partition key: those that are there are replaced, others added. */
    static Sink items(CosmosDbDataset container) {
        return new Items(DatasetReference.to(container));
    }

    /** The dataset that is written. */
    DatasetReference dataset();

    /** The sink as the service wants it, such as {@code {"type": "AzureSqlSink"}}. */
    ObjectNode json();

    /** Files of a data lake. */
    record Files(DatasetReference dataset, FileDataset files) implements Sink {
        @Override
        public ObjectNode json() {
            ObjectNode sink = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", files.format().datasetType() + "Sink");
            sink.putObject("storeSettings").put("type", "AzureBlobFSWriteSettings");
            Stream.ofNullable(Contract.askNullable(files.format(), "writeSettings", files.format()::writeSettings))
                    .forEach(settings -> sink.set("formatSettings", settings));
            return sink;
        }
    }

    /** A container of Cosmos DB. */
    record Items(DatasetReference dataset) implements Sink {
        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "CosmosDbSqlApiSink")
                    .put("writeBehavior", "upsert");
        }
    }

    /** A table of a SQL database. */
    record Upsert(DatasetReference dataset, List<String> keys) implements Sink {
        public Upsert {
            keys = RequiredFields.copy(keys);
            if (keys != null && keys.isEmpty()) {
                throw new IllegalArgumentException("an upsert needs at least one key column");
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode sink = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "AzureSqlSink")
                    .put("writeBehavior", "upsert")
                    .put("sqlWriterUseTableLock", false)
                    .put("disableMetricsCollection", false);
            ObjectNode settings = sink.putObject("upsertSettings").put("useTempDB", true);
            keys.forEach(settings.putArray("keys")::add);
            return sink;
        }
    }
}
