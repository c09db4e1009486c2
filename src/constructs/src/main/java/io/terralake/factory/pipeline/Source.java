package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.factory.FileDataset;
import io.terralake.factory.SqlTableDataset;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a {@link Copy} or a {@link Lookup} reads; implement it for other stores. */
public interface Source {

    /** The rows of a query. */
    static Source query(SqlTableDataset database, Expression query) {
        return new Query(DatasetReference.to(database), query);
    }

    /** The rows that a stored procedure selects. */
    static Source procedure(SqlTableDataset database, StoredProcedure procedure) {
        return new Procedure(DatasetReference.to(database), procedure);
    }

    /** The files of a dataset, those in folders below its own included. */
    static Source files(FileDataset files, Map<String, Expression> parameters) {
        return new Files(new DatasetReference(files, parameters), files, null);
    }

    /**
     * Those files of a dataset whose names match, in folders below its own too.
     *
     * @param names a pattern with {@code *} for any letters and {@code ?} for one, such as {@code *.json}
     * @throws IllegalArgumentException when it is no pattern of names
     */
    static Source files(FileDataset files, Map<String, Expression> parameters, String names) {
        return new Files(new DatasetReference(files, parameters), files, names);
    }

    /** The dataset that is read. */
    DatasetReference dataset();

    /** The source as the service wants it, such as {@code {"type": "AzureSqlSource"}}. */
    ObjectNode json();

    /** A query. */
    record Query(DatasetReference dataset, Expression query) implements Source {
        @Override
        public ObjectNode json() {
            ObjectNode source = JsonNodeFactory.instance.objectNode().put("type", "AzureSqlSource");
            source.set("sqlReaderQuery", query.json());
            return sqlDefaults(source);
        }
    }

    /** A stored procedure. */
    record Procedure(DatasetReference dataset, StoredProcedure procedure) implements Source {
        @Override
        public ObjectNode json() {
            ObjectNode source = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "AzureSqlSource")
                    .put("sqlReaderStoredProcedureName", procedure.name());
            source.set("storedProcedureParameters", procedure.argumentsJson());
            return sqlDefaults(source);
        }
    }

    /** Files of a data lake. */
    record Files(
            DatasetReference dataset,
            FileDataset files,
            @Nullable String names) implements Source {
        public Files {
            if (names != null && !names.matches("[^/@{}\\\\\\p{Cntrl}]+")) {
                throw new IllegalArgumentException(
                        "pattern \"%s\" is not allowed: one of names such as *.json, without folders".formatted(names));
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode source = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", files.format().datasetType() + "Source");
            ObjectNode store = everyFile();
            if (names != null) {
                store.put("wildcardFileName", names);
            }
            source.set("storeSettings", store);
            Stream.ofNullable(Contract.askNullable(files.format(), "readSettings", files.format()::readSettings))
                    .forEach(settings -> source.set("formatSettings", settings));
            return source;
        }
    }

    /** How files of a lake are looked for: in folders below as well, whose names are no columns. */
    static ObjectNode everyFile() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "AzureBlobFSReadSettings")
                .put("recursive", true)
                .put("enablePartitionDiscovery", false);
    }

    private static ObjectNode sqlDefaults(ObjectNode source) {
        return source.put("queryTimeout", "02:00:00").put("partitionOption", "None");
    }
}
