package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;

import io.delta.tables.DeltaTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The table of what was no listing: {@code source} (path of the file), {@code position} (its line or event, from 1; 0 for the whole
 * file), {@code reasons}, {@code raw} (how the record begins), {@code bytes} (how long it is) and {@code quarantined} (when).
 */
final class CarQuarantine {
    static final StructType SCHEMA = StructType.fromDDL("source STRING, position BIGINT, reasons ARRAY<STRING>,"
            + " raw STRING, bytes BIGINT, quarantined TIMESTAMP");

    private CarQuarantine() {}

    /** Adds bad records, each place of a file once. */
    static void add(SparkSession spark, Place table, Dataset<Row> records) {
        Dataset<Row> bad = records.where(col("reasons").isNotNull())
                .select(
                        col("source"),
                        col("position"),
                        col("reasons"),
                        col("raw"),
                        col("bytes"),
                        current_timestamp().as("quarantined"));
        Column same = col("kept.source")
                .equalTo(col("new.source"))
                .and(col("kept.position").equalTo(col("new.position")));
        DeltaTable.forPath(spark, table.path())
                .as("kept")
                .merge(bad.as("new"), same)
                .whenNotMatched()
                .insertAll()
                .execute();
    }
}
