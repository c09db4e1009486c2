package io.terralake.jobs;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The files that were read to their ends, for whoever moves them to the archive: a folder for each batch with one file of JSON lines,
 * {@code path}, {@code time}, {@code good} and {@code bad} (records).
 */
final class ProcessedFiles {
    private static final StructType SCHEMA = StructType.fromDDL("path STRING, time TIMESTAMP, good BIGINT, bad BIGINT");

    /**
     * A file that was read.
     *
     * @param good how many listings are in it
     * @param bad how many records that are none
     */
    record ProcessedFile(String path, long good, long bad) implements Serializable {}

    private ProcessedFiles() {}

    /** Whether a batch is recorded. */
    static boolean has(SparkSession spark, Place folder, String batch) {
        return new Place(spark, path(folder, batch))
                .contents().orElse(List.of()).stream().anyMatch(name -> name.startsWith("part-"));
    }

    /** The files of all batches that are recorded. */
    static Set<String> paths(SparkSession spark, Place folder) {
        if (folder.contents().orElse(List.of()).isEmpty()) {
            return Set.of();
        }
        return spark
                .read()
                .schema(SCHEMA)
                .option("recursiveFileLookup", true)
                // Whoever archives deletes records at any time.
                .option("ignoreMissingFiles", true)
                .option(Place.GLOB, false)
                .json(folder.path())
                .select("path")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    /** Records a batch; one of which no file was read leaves no record, as nobody could archive anything by it. */
    static void write(SparkSession spark, Place folder, String batch, List<ProcessedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        Timestamp now = Timestamp.from(Instant.now());
        List<Row> rows = files.stream()
                .map(file -> RowFactory.create(file.path(), now, file.good(), file.bad()))
                .toList();
        spark.createDataFrame(rows, SCHEMA)
                .coalesce(1)
                .write()
                .mode("overwrite")
                .json(path(folder, batch));
    }

    private static String path(Place folder, String batch) {
        return folder.path() + "/" + batch;
    }
}
