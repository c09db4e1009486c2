package io.terralake.jobs;

import io.delta.tables.DeltaTable;
import io.terralake.input.InputException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

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

    /**
     * Whether rows can be merged into a table: into one with their columns, or one that is to be made.
     *
     * @throws InputException when they cannot
     */
    static void checkMergeable(SparkSession spark, Place table, StructType rows) {
        if (isTable(spark, table)) {
            StructType schema = DeltaTable.forPath(spark, table.path()).toDF().schema();
            if (!columns(schema).equals(columns(rows))) {
                throw new InputException(
                        "\"%s\" has the columns %s, expected are %s".formatted(table, columns(schema), columns(rows)));
            }
            return;
        }
        if (isInTable(spark, table)) {
            throw new InputException("\"%s\" is in a Delta table: name a place outside it".formatted(table));
        }
        table.contents().flatMap(contents -> contents.stream().findFirst()).ifPresent(name -> {
            throw new InputException(
                    "\"%s\" is no Delta table, and holds \"%s\": name a new or an empty folder".formatted(table, name));
        });
    }

    /** The columns with their types, by name. */
    private static Map<String, String> columns(StructType schema) {
        Map<String, String> columns = new TreeMap<>();
        for (var field : schema.fields()) {
            columns.put(field.name(), field.dataType().simpleString());
        }
        return columns;
    }
}
