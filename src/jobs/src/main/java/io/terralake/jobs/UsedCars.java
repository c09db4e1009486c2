package io.terralake.jobs;

import io.terralake.jobs.ProcessedFiles.ProcessedFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.util.CollectionAccumulator;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable CarChanges changes;
    private final Totals totals = new Totals();
    private final Set<String> unreadable = new HashSet<>();

    UsedCars(SparkSession spark, CarPlaces places, int filesPerBatch) {
        this.spark = spark;
        this.places = places;
        this.filesPerBatch = filesPerBatch;
        this.changes = places.changes() == null ? null : new CarChanges(spark, places.changes(), places);
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
        Instant start = Instant.now();
        // Spark makes a task for each file that it asks after, which takes longer than to ask.
        spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", 32);
        places.makeTables(spark);
        NewFiles.stream(spark, places.input(), filesPerBatch)
                .writeStream()
                .queryName("used-cars")
                .option("checkpointLocation", places.checkpoint().path())
                .trigger(Trigger.AvailableNow())
                .foreachBatch((files, batch) -> {
                    String query = spark.sparkContext().getLocalProperty(QUERY);
                    process("%s-%08d".formatted(query, batch), files.collectAsList());
                })
                .start()
                .awaitTermination();
        processMissed(start);
        if (changes != null) {
            changes.write();
        }
        return totals;
    }

    /**
     * Reads what the stream has passed over for ever: files that were empty when it saw them, because somebody had just begun to write
     * them, and files that could not be read.
     */
    private void processMissed(Instant start) {
        // Records first: whoever archives moves files before he deletes their record.
        Set<String> processed = ProcessedFiles.paths(spark, places.processed());
        Set<String> rest = NewFiles.all(spark, places.input());
        rest.removeAll(processed);
        rest.removeAll(unreadable);
        List<Row> files = rest.isEmpty() ? List.of() : NewFiles.list(spark, rest);
        files.forEach(file -> rest.remove(path(file)));
        quarantine(rest, "the file is empty");
        // What came after the start is for the next run's stream.
        List<Row> missed = files.stream()
                .filter(file ->
                        file.<Timestamp>getAs("modificationTime").toInstant().isBefore(start))
                .toList();
        if (!missed.isEmpty()) {
            process("missed-" + UUID.randomUUID(), missed);
        }
    }

    private void process(String batch, List<Row> files) {
        if (ProcessedFiles.has(spark, places.processed(), batch)) {
            // It was killed after its last step, and the files may have been moved away by now.
            return;
        }
        CollectionAccumulator<ProcessedFile> read = spark.sparkContext().collectionAccumulator(batch);
        Dataset<Row> listings = CarSilver.best(CarRecords.listings(CarRecords.read(spark, files, read)));
        CarSilver.merge(spark, places.silver(), changes == null ? listings : changes.touch(batch, listings));
        // A file is told of again when it is read again.
        Map<String, ProcessedFile> processed = new TreeMap<>();
        read.value().forEach(file -> processed.put(file.path(), file));
        List<Row> bad = files.stream()
                .filter(file -> processed.containsKey(path(file))
                        && processed.get(path(file)).bad() > 0)
                .toList();
        if (!bad.isEmpty()) {
            CarQuarantine.add(spark, places.quarantine(), CarRecords.read(spark, bad, read));
        }
        Set<String> unread = files.stream().map(UsedCars::path).collect(Collectors.toSet());
        unread.removeAll(processed.keySet());
        unreadable.addAll(unread);
        quarantine(unread, "the file cannot be read");
        ProcessedFiles.write(spark, places.processed(), batch, List.copyOf(processed.values()));
        processed.values().forEach(totals::add);
    }

    private void quarantine(Set<String> files, String reason) {
        if (!files.isEmpty()) {
            CarQuarantine.add(spark, places.quarantine(), CarRecords.none(spark, files, reason));
        }
    }

    private static String path(Row file) {
        return file.getAs("path");
    }
}
