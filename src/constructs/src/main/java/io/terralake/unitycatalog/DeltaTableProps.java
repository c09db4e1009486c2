package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DeltaTable}.
 *
 * @param schema what it is in
 * @param name its name
 * @param location the folder of the lake, an address in an {@link io.terralake.databricks.ExternalLocation}
 * @param columns the types of its columns by name, in the order of the table, such as {@code loan_amnt} → {@code double}
 * @param warehouse what makes it
 * @param comment what people read; @default none
 */
@RecordBuilder
public record DeltaTableProps(
        Schema schema,
        String name,
        String location,
        Map<String, String> columns,
        SqlWarehouse warehouse,
        @Nullable String comment) {

    /** @throws IllegalArgumentException without columns */
    public DeltaTableProps {
        columns = columns == null ? columns : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (columns != null && columns.isEmpty()) {
            throw new IllegalArgumentException("table \"%s\" has no columns".formatted(name));
        }
    }

    public static DeltaTablePropsBuilder builder() {
        return DeltaTablePropsBuilder.builder();
    }
}
