package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.CosmosDbDataset;
import io.terralake.factory.IFileDataset;
import io.terralake.factory.ITableDataset;
import io.terralake.factory.RestDataset;
import java.util.List;
import java.util.Map;

/** Where a {@link Copy} writes; implement it for other stores. {@link TableSink}, {@link FileSink} and {@link RestSink} say more. */
public interface Sink {

    /** Files of a dataset. */
    static Sink files(IFileDataset files, Map<String, Expression> parameters) {
        return new FileSink(new DatasetReference(files, parameters), null);
    }

    /** A table, to which all rows are added. */
    static Sink insert(ITableDataset table) {
        return TableSink.builder().dataset(DatasetReference.to(table)).build();
    }

    /**
     * A table, by key: rows that are there are updated, others inserted, so that a copy can be repeated.
     *
     * @param keys the columns that identify a row, at least one
     * @throws IllegalArgumentException without a key
     */
    static Sink upsert(ITableDataset table, List<String> keys) {
        return TableSink.builder()
                .dataset(DatasetReference.to(table))
                .keys(keys)
                .build();
    }

    /** Items of a Cosmos DB container, by their {@code id} and partition key: those that are there are replaced, others added. */
    static Sink items(CosmosDbDataset container) {
        return new Items(DatasetReference.to(container));
    }

    /** A REST API, to which rows are posted. */
    static Sink rest(RestDataset api, Map<String, Expression> parameters) {
        return RestSink.builder().dataset(new DatasetReference(api, parameters)).build();
    }

    /** The dataset that is written. */
    DatasetReference dataset();

    /** The sink as the service wants it, such as {@code {"type": "AzureSqlSink"}}. */
    ObjectNode json();

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
}
