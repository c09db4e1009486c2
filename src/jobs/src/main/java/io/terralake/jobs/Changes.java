package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.RowOrdering;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** What happened to rows between two versions. */
final class Changes {
    private static final String CHANGE = "change";
    private static final int MOST_NAMED = 20;

    private Changes() {}

    /**
     * Rows that were added, changed or removed: {@code change} ({@code added}, {@code changed} or {@code removed}) and the
     * columns of the newer version, for a removed row those of the older.
     *
     * @param key the column that identifies a row
     * @throws InputException when a version does not have the column, has rows without a key or two of one key, or columns that
     *     cannot be compared
     */
    static Dataset<Row> between(Dataset<Row> older, Dataset<Row> newer, String key) {
        checkColumns(older, newer, key);
        Problems problems = new Problems();
        checkKeys("older", older, key, problems);
        checkKeys("newer", newer, key, problems);
        problems.throwIfAny();
        // A column that one version does not have yet counts as empty there.
        Dataset<Row> common = older.select(Arrays.stream(newer.schema().fields())
                .map(field -> (has(older, field.name()) ? column(field.name()) : lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(Column[]::new));
        Dataset<Row> before =
                common.select(column(key).as("before_key"), struct("*").as("before"));
        Dataset<Row> after =
                newer.select(column(key).as("after_key"), struct("*").as("after"));
        Column change = when(col("before_key").isNull(), "added")
                .when(col("after_key").isNull(), "removed")
                .when(col("before").eqNullSafe(col("after")), "same")
                .otherwise("changed");
        Column row = when(col("after_key").isNull(), col("before")).otherwise(col("after"));
        return before.join(after, col("before_key").equalTo(col("after_key")), "full_outer")
                .select(change.as(CHANGE), row.as("row"))
                .where(col(CHANGE).notEqual("same"))
                .select(CHANGE, "row.*")
                .orderBy(column(key));
    }

    private static void checkColumns(Dataset<Row> older, Dataset<Row> newer, String key) {
        if (!has(older, key) || !has(newer, key)) {
            throw new InputException("there is no column \"%s\" in both versions, the newer has %s"
                    .formatted(key, Arrays.asList(newer.columns())));
        }
        Problems problems = new Problems();
        for (StructField field : newer.schema().fields()) {
            String name = field.name();
            problems.addIf(
                    name.equalsIgnoreCase(CHANGE),
                    "column \"%s\" has the name that the kind of a change gets: rename it".formatted(name));
            problems.addIf(
                    !RowOrdering.isOrderable(field.dataType()),
                    "column \"%s\" cannot be compared: it is a %s"
                            .formatted(name, field.dataType().simpleString()));
            if (has(older, name)) {
                DataType type = older.schema().apply(name).dataType();
                problems.addIf(
                        !Cast.canUpCast(type, field.dataType()),
                        "column \"%s\" cannot be compared: it was a %s and is a %s"
                                .formatted(
                                        name,
                                        type.simpleString(),
                                        field.dataType().simpleString()));
            }
        }
        problems.throwIfAny();
    }

    /** Rows are told apart by their keys: none may be without, no two may share one. */
    private static void checkKeys(String version, Dataset<Row> rows, String key, Problems problems) {
        List<Row> unclear = rows.groupBy(column(key).as("key"))
                .count()
                .where(col("key").isNull().or(col("count").gt(1)))
                .orderBy("key")
                .limit(MOST_NAMED)
                .collectAsList();
        problems.addIf(
                !unclear.isEmpty(),
                "column \"%s\" does not tell the rows of the %s version apart: %s"
                        .formatted(
                                key,
                                version,
                                unclear.stream()
                                        .map(row -> "%s in %d rows".formatted(row.get(0), row.getLong(1)))
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean has(Dataset<Row> rows, String column) {
        return Arrays.asList(rows.columns()).contains(column);
    }

    /** A column by its name, whatever is in it. */
    private static Column column(String name) {
        return col("`%s`".formatted(name.replace("`", "``")));
    }
}
