package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What happened to rows between two versions. */
final class Changes {
    private Changes() {}

    /**
     * Rows that were added, changed or removed: {@code change} ({@code added}, {@code changed} or {@code removed}) and the
     * columns of the newer version, for a removed row those of the older.
     *
     * @param key the column that identifies a row
     * @throws JobException when a version does not have the column
     */
    static Dataset<Row> between(Dataset<Row> older, Dataset<Row> newer, String key) {
        List<String> columns = Arrays.asList(newer.columns());
        if (!columns.contains(key) || !Arrays.asList(older.columns()).contains(key)) {
            throw new JobException(
                    "there is no column \"%s\" in both versions, the newer has %s".formatted(key, columns));
        }
        // A column that one version does not have yet counts as empty there.
        Dataset<Row> common = older.select(columns.stream()
                .map(name -> Arrays.asList(older.columns()).contains(name)
                        ? col(name)
                        : lit(null).cast(newer.schema().apply(name).dataType()).as(name))
                .toArray(Column[]::new));
        Dataset<Row> before =
                common.select(col(key).as("before_key"), struct("*").as("before"));
        Dataset<Row> after = newer.select(col(key).as("after_key"), struct("*").as("after"));
        Column change = when(col("before_key").isNull(), "added")
                .when(col("after_key").isNull(), "removed")
                .when(col("before").eqNullSafe(col("after")), "same")
                .otherwise("changed");
        Column row = when(col("after_key").isNull(), col("before")).otherwise(col("after"));
        return before.join(after, col("before_key").equalTo(col("after_key")), "full_outer")
                .select(change.as("change"), row.as("row"))
                .where(col("change").notEqual("same"))
                .select("change", "row.*")
                .orderBy(key);
    }
}
