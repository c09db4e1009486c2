package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlTableDataset}.
 *
 * @param name the name in the factory
 * @param database how the factory reaches the database
 * @param schema the table's schema, with parameters where it differs: {@code @{dataset().schema}}; @default none, activities bring queries of their own
 * @param table the table, with parameters likewise; @default likewise
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record SqlTableDatasetProps(
        String name,
        SqlLinkedService database,
        @Nullable String schema,
        @Nullable String table,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {

    /** @throws IllegalArgumentException when an expression is wrong */
    public SqlTableDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
        DatasetText.check("schema", schema, parameters);
        DatasetText.check("table", table, parameters);
    }

    public static SqlTableDatasetPropsBuilder builder() {
        return SqlTableDatasetPropsBuilder.builder();
    }
}
