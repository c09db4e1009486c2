package io.terralake.jobs;

import io.terralake.input.InputException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A folder for a result, which replaces one that was made here before and nothing else. Every result carries a mark in its schema:
 * where there is no file system to ask, as under Unity Catalog, there is still a reader of Parquet.
 */
final class ResultFolder {
    private static final String MARK = "terralake.madeBy";
    private static final String US = "loan-versions";

    /** What Spark writes beside the data, here and on Databricks, and leaves when it is killed. */
    static final Pattern OF_SPARK =
            Pattern.compile("part-[^/]*|\\.part-[^/]*\\.crc|\\.?_(SUCCESS|started_|committed_)[^/]*|_temporary(/.*)?");

    private final SparkSession spark;
    private final Place place;

    /** @throws InputException when the folder overlaps with the table, or holds what is no result */
    ResultFolder(SparkSession spark, Place place, Place table) {
        this.spark = spark;
        this.place = place;
        if (place.overlaps(table)) {
            throw new InputException(
                    "output \"%s\" and table \"%s\" overlap: name a place outside the table".formatted(place, table));
        }
        if (Tables.isInTable(spark, place)) {
            throw new InputException("output \"%s\" is a Delta table, or in one: name another place".formatted(place));
        }
        Optional<String> foreign = foreign();
        if (foreign.isPresent()) {
            throw new InputException(
                    "output \"%s\" holds \"%s\", which is no result of %s: name a new or an empty folder"
                            .formatted(place, foreign.get(), US));
        }
    }

    /** Replaces what is there. */
    void write(Dataset<Row> result) {
        StructField first = result.schema().apply(0);
        result.withMetadata(
                        first.name(),
                        new MetadataBuilder()
                                .withMetadata(first.metadata())
                                .putString(MARK, US)
                                .build())
                .write()
                .mode("overwrite")
                .parquet(place.path());
    }

    /** Something in the folder that is not of an earlier result. */
    private Optional<String> foreign() {
        List<String> contents = place.contents().orElse(List.of());
        Optional<String> unknown = contents.stream()
                .filter(name -> !OF_SPARK.matcher(name).matches())
                .findFirst();
        Optional<String> data =
                contents.stream().filter(name -> name.startsWith("part-")).findFirst();
        return unknown.isPresent() || data.isEmpty() || isMarked() ? unknown : data;
    }

    private boolean isMarked() {
        try {
            StructField first = spark.read()
                    .option(Place.GLOB, false)
                    .parquet(place.path())
                    .schema()
                    .apply(0);
            return first.metadata().contains(MARK) && US.equals(first.metadata().getString(MARK));
        } catch (Exception e) {
            // whatever it is, it is no Parquet of ours
            return false;
        }
    }
}
