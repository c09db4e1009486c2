package io.terralake.jobs;

import io.delta.tables.DeltaTable;
import io.terralake.input.InputException;
import org.apache.spark.sql.SparkSession;

/** Where Delta tables are. */
final class Tables {
    private static final String LOG = "_delta_log";

    private Tables() {}

    /**
     * Whether a place is a Delta table.
     *
     * @throws InputException when it cannot be reached
     */
    static boolean isTable(SparkSession spark, Place place) {
        return place.holds(LOG) && isInTable(spark, place);
    }

    /**
     * Whether a place is a Delta table, or in one.
     *
     * @throws InputException when it cannot be reached
     */
    static boolean isInTable(SparkSession spark, Place place) {
        try {
            // Delta looks for a log in the folders above too, but not from inside a log.
            return DeltaTable.isDeltaTable(spark, place.path().replaceFirst("/" + LOG + "(/.*)?$", ""));
        } catch (Exception e) {
            // Spark's API for Java hides which checked exceptions are thrown.
            throw new InputException("\"%s\" cannot be reached: %s".formatted(place, Failures.explain(e)));
        }
    }
}
