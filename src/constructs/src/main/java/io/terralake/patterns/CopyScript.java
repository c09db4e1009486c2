package io.terralake.patterns;

import io.terralake.factory.dataflow.DataFlowParameter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The data flow of a {@link WatermarkCopy} in its own language. */
final class CopyScript {
    static final String SOURCE = "SqlDb";
    static final String UPSERT = "UpsertRows";
    static final String SINK = "DeltaLake";

    static final String TABLE = "SourceTableName";
    static final String COLUMN = "WatermarkColumnName";
    static final String OLD = "OldwaterMarkVal";
    static final String NEW = "NewwaterMarkVal";

    static final Map<String, DataFlowParameter> PARAMETERS = Map.of(
            TABLE, DataFlowParameter.string(),
            COLUMN, DataFlowParameter.string(),
            OLD, DataFlowParameter.string(),
            NEW, DataFlowParameter.string());

    private CopyScript() {}

    /** Reads a window of rows and merges it into the Delta table by key: a window that is read again changes nothing. */
    static String of(WatermarkCopyProps props) {
        return """
                source(output(
                %s
                	),
                	allowSchemaDrift: false,
                	validateSchema: false,
                	isolationLevel: 'READ_COMMITTED',
                	query: (%s),
                	format: 'query') ~> %s
                %s alterRow(upsertIf(true())) ~> %s
                %s sink(allowSchemaDrift: false,
                	validateSchema: false,
                	format: 'delta',
                	fileSystem: '%s',
                	folderPath: '%s',
                	mergeSchema: false,
                	autoCompact: false,
                	optimizedWrite: false,
                	vacuum: 0,
                	deletable: false,
                	insertable: false,
                	updateable: false,
                	upsertable: true,
                	keys: [%s],
                	skipDuplicateMapInputs: true,
                	skipDuplicateMapOutputs: true) ~> %s""".formatted(
                        columns(props),
                        query(props.columns().keySet(), props.lateness()),
                        SOURCE,
                        SOURCE,
                        UPSERT,
                        UPSERT,
                        props.zone().zoneName(),
                        props.folder().replace("\\", "\\\\").replace("'", "\\'"),
                        props.keys().stream().map("'%s'"::formatted).collect(Collectors.joining(",")),
                        SINK);
    }

    private static String columns(WatermarkCopyProps props) {
        return props.columns().entrySet().stream()
                .map(column -> "\t\t%s as %s"
                        .formatted(column.getKey(), column.getValue().scriptName()))
                .collect(Collectors.joining(",\n"));
    }

    /** The names are quoted as identifiers and the times as strings, whatever the parameters hold. */
    static String query(Set<String> names, int lateness) {
        String columns = names.stream().map("[%s]"::formatted).collect(Collectors.joining(", "));
        String column = "\"[\", replace($%s, \"]\", \"]]\"), \"]\"".formatted(COLUMN);
        return String.join(
                ", ",
                "concat(\"SELECT %s FROM [dbo].[\"".formatted(columns),
                "replace($%s, \"]\", \"]]\"), \"] WHERE \"".formatted(TABLE),
                column,
                "\" >= DATEADD(day, -%d, CONVERT(datetime2, '\"".formatted(lateness),
                "replace($%s, \"'\", \"''\"), \"')) AND \"".formatted(OLD),
                column,
                "\" <= CONVERT(datetime2, '\"",
                "replace($%s, \"'\", \"''\"), \"')\")".formatted(NEW));
    }
}
