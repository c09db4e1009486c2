package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The loans as the pipeline {@code DeltaCopyPipeline} stores them. */
final class Loans {
    /** The column that identifies a loan. */
    static final String KEY = "id";

    static final StructType SCHEMA = StructType.fromDDL("id INT, loan_amnt DOUBLE, annual_inc DOUBLE, dti DOUBLE,"
            + " delinq_2yrs DOUBLE, total_acc DOUBLE, total_pymnt DOUBLE, issue_d DATE, earliest_cr_line DATE,"
            + " loan_status STRING");

    private Loans() {}

    /**
     * Reads a file as the loans simulator writes it: comma-separated, with a header.
     *
     * @throws JobException when the header is another one
     */
    static Dataset<Row> fromCsv(SparkSession spark, String path) {
        List<String> header =
                Arrays.asList(spark.read().option("header", true).csv(path).columns());
        if (!header.equals(Arrays.asList(SCHEMA.fieldNames()))) {
            throw new JobException("\"%s\" has the columns %s, expected are %s"
                    .formatted(path, header, Arrays.asList(SCHEMA.fieldNames())));
        }
        return spark.read()
                .option("header", true)
                .option("mode", "FAILFAST")
                .schema(SCHEMA)
                .csv(path);
    }

    /** Merges rows into a Delta table by key, as the pipeline's data flow does; makes the table when there is none. */
    static void upsert(SparkSession spark, Dataset<Row> loans, String table) {
        if (!DeltaTable.isDeltaTable(spark, table)) {
            loans.write().format("delta").save(table);
            return;
        }
        DeltaTable.forPath(spark, table)
                .as("kept")
                .merge(loans.as("new"), col("kept." + KEY).equalTo(col("new." + KEY)))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }
}
