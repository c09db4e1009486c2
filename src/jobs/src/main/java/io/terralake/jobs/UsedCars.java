package io.terralake.jobs;

import io.terralake.jobs.ProcessedFiles.ProcessedFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.util.CollectionAccumulator;

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
        // Spark makes a task for each file that it asks after, which takes longer than to ask.
        spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", 32);
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
        CollectionAccumulator<ProcessedFile> read = spark.sparkContext().collectionAccumulator(QUERY);
        CarSilver.merge(spark, places.silver(), CarRecords.listings(CarRecords.read(spark, files, read)));
        // A file is told of again when it is read again.
        Map<String, ProcessedFile> processed = new TreeMap<>();
        read.value().forEach(file -> processed.put(file.path(), file));
        List<Row> bad = files.stream()
                .filter(file -> processed.get(file.<String>getAs("path")).bad() > 0)
                .toList();
        if (!bad.isEmpty()) {
            CarQuarantine.add(spark, places.quarantine(), CarRecords.read(spark, bad, read));
        }
        ProcessedFiles.write(spark, places.processed(), name, List.copyOf(processed.values()));
        processed.values().forEach(totals::add);
    }
}
