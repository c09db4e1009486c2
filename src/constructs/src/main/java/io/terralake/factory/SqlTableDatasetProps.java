package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlTableDataset}.
 *
 * @param name the name in the factory
 * @param database how the factory reaches the database
 * @param schema the table's schema; @default none, activities bring queries of their own
 * @param table the table; @default likewise
 */
@RecordBuilder
public record SqlTableDatasetProps(
        String name,
        SqlLinkedService database,
        @Nullable String schema,
        @Nullable String table) {

    public static SqlTableDatasetPropsBuilder builder() {
        return SqlTableDatasetPropsBuilder.builder();
    }
}
