package io.terralake.jobs;

import static org.apache.spark.sql.functions.count;

import io.terralake.jobs.ProcessedFiles.ProcessedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.storage.StorageLevel;

/**
 * Takes listings from new files of the bronze folder into the silver table. The stream tells which files are new, and remembers it in
 * its checkpoint; batch by batch they are read, and a batch that did not come to its end is repeated, which adds nothing twice.
 */
final class UsedCars {
    /** Spark's name for the id of a stream, which its checkpoint keeps. */
    private static final String QUERY = "sql.streaming.queryId";

    private final SparkSession spark;
    private final CarPlaces places;
    private final int filesPerBatch;
    private final Totals totals = new Totals();

    UsedCars(SparkSession spark, CarPlaces places, int filesPerBatch) {
        this.spark = spark;
        this.places = places;
        this.filesPerBatch = filesPerBatch;
    }

    /** What a run did. */
    static final class Totals {
        private long files;
        private long good;
        private long bad;

        private void add(ProcessedFile file) {
            files++;
            good += file.good();
            bad += file.bad();
        }

        @Override
        public String toString() {
            return "%d files: %d listings, %d records in quarantine".formatted(files, good, bad);
        }
    }

    /** Reads what is new. */
    Totals run() throws TimeoutException, StreamingQueryException {
        places.makeTables(spark);
        NewFiles.stream(spark, places.input(), filesPerBatch)
                .writeStream()
                .queryName("used-cars")
                .option("checkpointLocation", places.checkpoint().path())
                .trigger(Trigger.AvailableNow())
                .foreachBatch(this::process)
                .start()
                .awaitTermination();
        return totals;
    }

    private void process(Dataset<Row> listed, long batch) {
        String name = "%s-%08d".formatted(spark.sparkContext().getLocalProperty(QUERY), batch);
        if (ProcessedFiles.has(spark, places.processed(), name)) {
            // It was killed after its last step, and the files may have been moved away by now.
            return;
        }
        List<Row> files = listed.collectAsList();
        Dataset<Row> records = CarRecords.read(spark, files).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            List<ProcessedFile> counted = byFile(files, records);
            if (counted.stream().anyMatch(file -> file.bad() > 0)) {
                CarQuarantine.add(spark, places.quarantine(), records);
            }
            if (counted.stream().anyMatch(file -> file.good() > 0)) {
                CarSilver.merge(spark, places.silver(), CarRecords.listings(records));
            }
            ProcessedFiles.write(spark, places.processed(), name, counted);
            counted.forEach(totals::add);
        } finally {
            records.unpersist();
        }
    }

    private static List<ProcessedFile> byFile(List<Row> files, Dataset<Row> records) {
        Map<String, ProcessedFile> counted = new HashMap<>();
        records.groupBy("source")
                .agg(count("*"), count("reasons"))
                .collectAsList()
                .forEach(row -> {
                    String path = row.getString(0);
                    counted.put(path, new ProcessedFile(path, row.getLong(1) - row.getLong(2), row.getLong(2)));
                });
        return files.stream()
                .map(file -> file.<String>getAs("path"))
                .map(path -> counted.getOrDefault(path, new ProcessedFile(path, 0, 0)))
                .toList();
    }
}
