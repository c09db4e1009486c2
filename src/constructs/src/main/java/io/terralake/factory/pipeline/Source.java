package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.factory.FileFormat;
import io.terralake.factory.FileStore;
import io.terralake.factory.HttpDataset;
import io.terralake.factory.IFileDataset;
import io.terralake.factory.ITableDataset;
import io.terralake.factory.RestDataset;
import io.terralake.factory.TableStore;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a {@link Copy} or a {@link Lookup} reads; implement it for other stores. */
public interface Source {

    /** The rows of a query. */
    static Source query(ITableDataset database, Expression query) {
        return new Query(DatasetReference.to(database), query);
    }

    /** The rows of the table that a dataset names. */
    static Source table(ITableDataset table, Map<String, Expression> parameters) {
        return new Table(new DatasetReference(table, parameters));
    }

    /** The rows that a stored procedure selects. */
    static Source procedure(ITableDataset database, StoredProcedure procedure) {
        return new Procedure(DatasetReference.to(database), procedure);
    }

    /** The files of a dataset, those in folders below its own included. */
    static Source files(IFileDataset files, Map<String, Expression> parameters) {
        return new Files(new DatasetReference(files, parameters), files, null, null);
    }

    /**
     * Those files of a dataset whose names match, in folders below its own too.
     *
     * @param names a pattern with {@code *} for any letters and {@code ?} for one, such as {@code *.json}
     * @throws IllegalArgumentException when it is no pattern of names, or the files are on a web server
     */
    static Source files(IFileDataset files, Map<String, Expression> parameters, String names) {
        return new Files(new DatasetReference(files, parameters), files, names, null);
    }

    /**
     * Those files that a search finds.
     *
     * @throws IllegalArgumentException when the files are on a web server, which has no folders to search
     */
    static Source files(IFileDataset files, Map<String, Expression> parameters, FileSearch search) {
        return new Files(new DatasetReference(files, parameters), files, null, search);
    }

    /** A file of a web server. */
    static Source http(HttpDataset file, Map<String, Expression> parameters, HttpRequest request) {
        return new Http(new DatasetReference(file, parameters), file, request);
    }

    /** What a REST API answers. */
    static Source rest(RestDataset api, Map<String, Expression> parameters, HttpRequest request) {
        return new Rest(new DatasetReference(api, parameters), request);
    }

    /** The dataset that is read. */
    DatasetReference dataset();

    /** The source as the service wants it, such as {@code {"type": "AzureSqlSource"}}. */
    ObjectNode json();

    /** A query. */
    record Query(DatasetReference dataset, Expression query) implements Source {
        @Override
        public ObjectNode json() {
            ObjectNode source = sql(dataset);
            source.set("sqlReaderQuery", query.json());
            return sqlDefaults(source);
        }
    }

    /** A table. */
    record Table(DatasetReference dataset) implements Source {
        @Override
        public ObjectNode json() {
            return sqlDefaults(sql(dataset));
        }
    }

    /** A stored procedure. */
    record Procedure(DatasetReference dataset, StoredProcedure procedure) implements Source {
        @Override
        public ObjectNode json() {
            ObjectNode source = sql(dataset).put("sqlReaderStoredProcedureName", procedure.name());
            source.set("storedProcedureParameters", procedure.argumentsJson());
            return sqlDefaults(source);
        }
    }

    /** Files of a store. */
    record Files(
            DatasetReference dataset,
            IFileDataset files,
            @Nullable String names,
            @Nullable FileSearch search) implements Source {

        /** @throws IllegalArgumentException when the pattern is none, or there is nothing to search in */
        public Files {
            if (names != null && !names.matches("[^/@{}\\\\\\p{Cntrl}]+")) {
                throw new IllegalArgumentException(
                        "pattern \"%s\" is not allowed: one of names such as *.json, without folders".formatted(names));
            }
            if (files != null && files.store() == FileStore.HTTP && (names != null || search != null)) {
                throw new IllegalArgumentException("a web server cannot be searched for files: name one");
            }
        }

        @Override
        public ObjectNode json() {
            if (files.store() == FileStore.HTTP) {
                return Http.json(files.format(), HttpRequest.builder().build());
            }
            ObjectNode store = everyFile(files.store());
            if (names != null) {
                store.put("wildcardFileName", names);
            }
            if (search != null) {
                search.write(store);
            }
            return fileSource(files.format(), store);
        }
    }

    /** A file of a web server. */
    record Http(DatasetReference dataset, HttpDataset file, HttpRequest request) implements Source {

        /** @throws IllegalArgumentException when the request has what only REST knows */
        public Http {
            if (request != null && request.isOfRest()) {
                throw new IllegalArgumentException(
                        "pages and intervals are not allowed for a file: a REST API has them");
            }
        }

        @Override
        public ObjectNode json() {
            return json(file.format(), request);
        }

        private static ObjectNode json(FileFormat format, HttpRequest request) {
            ObjectNode store = JsonNodeFactory.instance.objectNode().put("type", FileStore.HTTP.readSettings());
            request.writeHttp(store);
            return fileSource(format, store);
        }
    }

    /** A REST API. */
    record Rest(DatasetReference dataset, HttpRequest request) implements Source {
        @Override
        public ObjectNode json() {
            ObjectNode source = JsonNodeFactory.instance.objectNode().put("type", "RestSource");
            request.writeRest(source);
            return source;
        }
    }

    /** How files of a store are looked for: in folders below as well, whose names are no columns. */
    static ObjectNode everyFile(FileStore store) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", store.readSettings())
                .put("recursive", true)
                .put("enablePartitionDiscovery", false);
    }

    private static ObjectNode fileSource(FileFormat format, ObjectNode store) {
        ObjectNode source = JsonNodeFactory.instance
                .objectNode()
                .put("type", Contract.ask(format, "datasetType", format::datasetType) + "Source");
        source.set("storeSettings", store);
        Stream.ofNullable(Contract.askNullable(format, "readSettings", format::readSettings))
                .forEach(settings -> source.set("formatSettings", settings));
        return source;
    }

    private static ObjectNode sql(DatasetReference dataset) {
        TableStore store = dataset.dataset() instanceof ITableDataset tables ? tables.store() : TableStore.AZURE_SQL;
        return JsonNodeFactory.instance.objectNode().put("type", store.sourceType());
    }

    private static ObjectNode sqlDefaults(ObjectNode source) {
        return source.put("queryTimeout", "02:00:00").put("partitionOption", "None");
    }
}
