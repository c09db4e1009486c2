package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The silver table of listings: the record's fields and {@code Turnover}, the days between its dates. A car is listed on a day once:
 * {@code Rego} and {@code Date listed} are the key. Of several records of one listing the one that was removed last stays, of those
 * that with the highest odometer, then price, then the last by brand, model, trim and year. So the table depends on which records
 * there are, and not on their order, their number or the runs that read them.
 */
final class CarSilver {
    static final StructType SCHEMA = StructType.fromDDL("Rego STRING, Brand STRING, Model STRING, Trim INT, Year INT,"
            + " Odometer INT, Price INT, `Date listed` DATE, `Date removed` DATE, Turnover INT");

    private static final List<String> KEY = List.of("Rego", "Date listed");
    private static final List<String> RANK =
            List.of("Date removed", "Odometer", "Price", "Brand", "Model", "Trim", "Year");

    private CarSilver() {}

    /** The record of each listing that stays. */
    static Dataset<Row> best(Dataset<Row> records) {
        return records.groupBy(col("Rego"), col("Date listed"))
                .agg(max(struct(columns("", Stream.concat(RANK.stream(), Stream.of("Turnover")))))
                        .as("best"))
                .select(col("Rego"), col("`Date listed`"), col("best.*"));
    }

    /**
     * Merges listings into the table, which nobody else writes to at that time.
     *
     * @param best one record of each
     */
    static void merge(SparkSession spark, Place table, Dataset<Row> best) {
        DeltaTable kept = DeltaTable.forPath(spark, table.path());
        if (kept.toDF().isEmpty()) {
            // Half the time of a merge.
            best.write().format("delta").mode("append").save(table.path());
            return;
        }
        Column same = KEY.stream()
                .map(key -> col("kept.`%s`".formatted(key)).equalTo(col("new.`%s`".formatted(key))))
                .reduce(Column::and)
                .orElseThrow();
        kept.as("kept")
                .merge(best.as("new"), same)
                .whenMatched(struct(columns("new.", RANK.stream())).gt(struct(columns("kept.", RANK.stream()))))
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    private static Column[] columns(String prefix, Stream<String> names) {
        return names.map(name -> col("%s`%s`".formatted(prefix, name))).toArray(Column[]::new);
    }
}
