package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DeltaTable}.
 *
 * @param schema what it is in
 * @param name its name
 * @param location the folder of the lake, an address in an {@link io.terralake.databricks.ExternalLocation}
 * @param columns the types of its columns by name, in the order of the table, such as {@code loan_amnt} → {@code double}; names with
 *     blanks need the property {@code delta.columnMapping.mode}
 * @param compute what makes it
 * @param properties properties of the table by name; @default that it has no deletion vectors, so that every reader and writer of Delta
 *     understands it
 * @param comment what people read; @default none
 */
@RecordBuilder
public record DeltaTableProps(
        Schema schema,
        String name,
        String location,
        Map<String, String> columns,
        SqlCompute compute,
        @Nullable Map<String, String> properties,
        @Nullable String comment) {

    /** With it columns may be called as Parquet does not allow, such as {@code Date listed}. */
    static final String COLUMN_MAPPING = "delta.columnMapping.mode";

    /**
     * Where a workspace makes tables with deletion vectors, they would need reader version 3 of Delta's protocol; who writes the files
     * past Databricks, such as a data flow of Data Factory with a Delta library of its own, need not have it.
     *
     * @see <a href="https://docs.delta.io/latest/versioning.html">Delta Lake: features and protocol versions</a>
     */
    private static final Map<String, String> PORTABLE = Map.of("delta.enableDeletionVectors", "false");

    /** @throws IllegalArgumentException without columns, or with a quote in what Terraform writes into SQL as it is */
    public DeltaTableProps {
        properties = properties == null ? PORTABLE : Sorted.copyOf(properties);
        columns = columns == null ? columns : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (columns != null && columns.isEmpty()) {
            throw new IllegalArgumentException("table \"%s\" has no columns".formatted(name));
        }
        checkQuoted("location", location);
        properties.forEach((property, value) -> {
            checkQuoted("property", property);
            checkQuoted("property " + property, value);
        });
    }

    private static void checkQuoted(String what, @Nullable String text) {
        if (text != null && (text.contains("'") || text.contains("\\"))) {
            throw new IllegalArgumentException("%s \"%s\" is not allowed: no ' and no \\".formatted(what, text));
        }
    }

    /** A table whose columns have names of any kind, and that has no deletion vectors. */
    public static Map<String, String> columnMapping() {
        Map<String, String> properties = new TreeMap<>(PORTABLE);
        properties.put(COLUMN_MAPPING, "name");
        return properties;
    }

    public static DeltaTablePropsBuilder builder() {
        return DeltaTablePropsBuilder.builder();
    }
}
