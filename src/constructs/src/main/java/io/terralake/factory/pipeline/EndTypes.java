package io.terralake.factory.pipeline;

import io.terralake.factory.Dataset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sources and sinks that go with a dataset, by their types. Of what is not here nothing is known.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-overview">Connectors</a>: source and sink of each
 */
public final class EndTypes {
    /** By type of dataset, without {@code Source} and {@code Sink}; {@code Sql} is what the types of the SQL family were called once. */
    private static final Map<String, Set<String>> OF_TABLES = Map.ofEntries(
            Map.entry("AzureSqlDWTable", Set.of("SqlDW")),
            Map.entry("AzureSqlMITable", Set.of("SqlMI", "Sql")),
            Map.entry("AzureSqlTable", Set.of("AzureSql", "Sql")),
            Map.entry("CosmosDbSqlApiCollection", Set.of("CosmosDbSqlApi", "DocumentDbCollection")),
            Map.entry("RestResource", Set.of("Rest")),
            Map.entry("SqlServerTable", Set.of("SqlServer", "Sql")));

    private static final Set<String> FORMATS =
            Set.of("Avro", "Binary", "DelimitedText", "Excel", "Iceberg", "Json", "Orc", "Parquet", "Xml");

    private EndTypes() {}

    /** What is wrong with an end of a copy; nothing where the dataset does not say its type. */
    static Optional<String> problem(Dataset dataset, String type, String suffix) {
        return dataset.datasetType().flatMap(of -> problem(of, type, suffix));
    }

    /**
     * What is wrong with an end of a copy.
     *
     * @param of the type of its dataset
     * @param type that of the source or sink
     * @param suffix {@code Source} or {@code Sink}
     */
    public static Optional<String> problem(String of, String type, String suffix) {
        if (!type.endsWith(suffix)) {
            return Optional.empty();
        }
        String end = type.substring(0, type.length() - suffix.length());
        Set<String> known = FORMATS.contains(of) ? Set.of(of) : OF_TABLES.getOrDefault(of, Set.of());
        if (known.contains(end) || known.isEmpty() && !isElsewhere(end)) {
            return Optional.empty();
        }
        return Optional.of(
                known.isEmpty()
                        ? "a %s does not go with a dataset of the type %s".formatted(type, of)
                        : "a %s does not go with a dataset of the type %s: %s"
                                .formatted(
                                        type,
                                        of,
                                        known.stream()
                                                .sorted()
                                                .map(name -> name + suffix)
                                                .toList()));
    }

    /** Whether a source or sink, or a dataset, is of files in some format, by its type. */
    public static boolean isOfFiles(String type) {
        return FORMATS.contains(type.replaceFirst("(Source|Sink)$", ""));
    }

    /** Whether the end is one of a dataset that is known. */
    private static boolean isElsewhere(String end) {
        return FORMATS.contains(end)
                || (!end.equals("Sql") && OF_TABLES.values().stream().anyMatch(known -> known.contains(end)));
    }
}
