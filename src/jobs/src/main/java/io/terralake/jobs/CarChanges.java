package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import io.terralake.input.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of the silver table that runs have touched, for a copy into Cosmos DB: {@code *.json} in a folder, with an item on each line,
 * {@code id} (the day of {@code Date listed}) and the columns of the table, days as {@code yyyy-MM-dd}. ({@code id}, {@code Rego}) is
 * the key of both.
 *
 * <p>A batch leaves its listings below the checkpoint before it merges them; at its end a run writes the rows that have their keys now,
 * and those of the keys that are in the folder still, in place of what was there. So each key is in one line of one file, in whatever
 * order they are copied. A run that is killed leaves the listings to the next one, which writes the same rows again.
 *
 * <p>Whoever copies the folder deletes it when all of it is copied. Only one of job and copy may run at a time, as in one pipeline with a
 * concurrency of 1: what a run writes between copying and deleting would be lost.
 */
final class CarChanges {
    private static final StructType KEY = StructType.fromDDL("Rego STRING, `Date listed` DATE");
    private static final StructType ITEM_KEY = StructType.fromDDL("id STRING, Rego STRING");

    private final SparkSession spark;
    private final Place folder;
    private final Place silver;
    private final Place touched;

    CarChanges(SparkSession spark, Place folder, CarPlaces places) {
        this.spark = spark;
        this.folder = folder;
        this.silver = places.silver();
        this.touched = new Place(spark, places.checkpoint().path() + "/touched");
        // That of Databricks leaves files that were replaced, or not completed, where only Spark knows that they do not
        // count:
        // https://docs.databricks.com/en/archive/legacy/dbio-commit.html
        spark.conf().set("spark.sql.sources.commitProtocolClass", SQLHadoopMapReduceCommitProtocol.class.getName());
    }

    /**
     * Checks that a folder holds nothing but changes, because they are replaced.
     *
     * @throws InputException when it does not
     */
    static void check(SparkSession spark, Place folder) {
        List<String> contents = folder.contents().orElse(List.of());
        Optional<String> foreign = contents.stream()
                .filter(name -> !ResultFolder.OF_SPARK.matcher(name).matches()
                        || name.startsWith("part-") && !name.endsWith(".json"))
                .findFirst();
        if (foreign.isEmpty() && !contents.isEmpty()) {
            // The first tells: Spark writes rows of one kind into a folder.
            foreign = items(spark, folder).select("id", "Rego", "_metadata.file_name").takeAsList(1).stream()
                    .filter(Row::anyNull)
                    .map(row -> row.getString(2))
                    .findFirst();
        }
        foreign.ifPresent(name -> {
            throw new InputException("\"%s\" holds \"%s\", which is no file of changes: name a new or an empty folder"
                    .formatted(folder, name));
        });
    }

    /**
     * Takes down which listings are about to be merged.
     *
     * @return the same listings; where they came from is not read again
     */
    Dataset<Row> touch(String batch, Dataset<Row> listings) {
        Place place = new Place(spark, touched.path() + "/" + batch);
        listings.write().mode("overwrite").parquet(place.path());
        return read(place, listings.schema());
    }

    /** Writes the rows that were touched since this was done; nothing when there are none. */
    void write() {
        if (touched.contents().isEmpty() || read(touched, KEY).isEmpty()) {
            return;
        }
        if (!folder.contents().orElse(List.of()).isEmpty()) {
            // They are replaced, and a run may be killed before it has written them again.
            items(spark, folder)
                    .select(col("Rego"), to_date(col("id")).as("Date listed"))
                    .write()
                    .mode("append")
                    .parquet(touched.path() + "/pending");
        }
        Column[] item = Stream.concat(
                        Stream.of(col("Date listed").cast("string").as("id")),
                        Stream.of(CarSilver.SCHEMA.fieldNames()).map(name -> col(name)))
                .toArray(Column[]::new);
        spark.read()
                .format("delta")
                .load(silver.path())
                .join(read(touched, KEY), KEY.fieldNames(), "left_semi")
                .select(item)
                // Leaves no part empty, of which the first would be a file.
                .hint("rebalance", "Rego")
                .write()
                .mode("overwrite")
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
                .json(folder.path());
        spark.createDataFrame(List.of(), KEY).write().mode("overwrite").parquet(touched.path());
    }

    private Dataset<Row> read(Place listings, StructType columns) {
        return spark.read()
                .schema(columns)
                .option("recursiveFileLookup", true)
                .option(Place.GLOB, false)
                .parquet(listings.path());
    }

    private static Dataset<Row> items(SparkSession spark, Place folder) {
        return spark.read().schema(ITEM_KEY).option(Place.GLOB, false).json(folder.path());
    }
}
