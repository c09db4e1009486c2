package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Takes images to the lake: each new file becomes a record {@code path}, {@code modificationTime}, {@code length}, {@code content} (base64),
 * whatever it holds. Spark's sink for files writes them under their final names, so that an event of the lake tells of a whole file, and
 * lists those that are finished: a batch that did not come to its end is written again, and its first files are on no list.
 */
final class ImageUpload {
    /** Bytes of the largest image that the function takes. In a record they are a third more. */
    static final int LARGEST = 8 << 20;

    /** The names of images. */
    static final String PATTERN = "*.png";

    private static final int BATCHES_PER_REWRITE = 100;

    private static final Map<String, String> READER =
            // An image that is gone before it is read stops nothing.
            Map.of("pathGlobFilter", PATTERN, "ignoreMissingFiles", "true");

    private final SparkSession spark;
    private final ImagePlaces places;
    private final int filesPerBatch;
    private final int interval;

    /** @param interval seconds between two looks into the folder when nothing was new */
    ImageUpload(SparkSession spark, ImagePlaces places, int filesPerBatch, int interval) {
        this.spark = spark;
        this.places = places;
        this.filesPerBatch = filesPerBatch;
        this.interval = interval;
    }

    /** @param once to end when all that is there was taken; else it goes on until the process is ended */
    void run(boolean once, PrintWriter out) throws TimeoutException, StreamingQueryException, InterruptedException {
        // With a trigger of this interval a backlog would wait too, between its batches.
        set("spark.sql.streaming.pollingDelay", TimeUnit.SECONDS.toMillis(interval));
        // A file of records has not many times the bytes of the largest image; Spark adds to each what opening it
        // costs.
        set("spark.sql.files.maxPartitionBytes", LARGEST);
        set("spark.sql.files.openCostInBytes", 64 << 10);
        // Each of these logs is rewritten as a whole then: by default with every tenth batch.
        set("spark.sql.streaming.fileSource.log.compactInterval", BATCHES_PER_REWRITE);
        set("spark.sql.streaming.fileSink.log.compactInterval", BATCHES_PER_REWRITE);
        // A batch's images are looked up here: tasks to do so would take longer, and do not get the filter.
        set("spark.sql.sources.parallelPartitionDiscovery.threshold", filesPerBatch);
        set("mapreduce.input.pathFilter.class", ImageFilter.class.getName());
        TakenImages taken = new TakenImages(spark, places);
        taken.putAwayLeftovers();
        ImageProgress progress = new ImageProgress(taken::putAway);
        spark.streams().addListener(progress);
        StreamingQuery query = NewFiles.stream(spark, places.input(), filesPerBatch, READER)
                .where(col("length").leq(LARGEST))
                .select("path", "modificationTime", "length", "content")
                .observe(ImageProgress.OBSERVED, collect_list("path"))
                .writeStream()
                .queryName("image-upload")
                .outputMode(OutputMode.Append())
                .format("json")
                .option("timeZone", "UTC")
                .option("checkpointLocation", places.checkpoint().path())
                .option("path", places.output().path())
                .trigger(once ? Trigger.AvailableNow() : Trigger.ProcessingTime(0))
                .start();
        StopAtExit stop = new StopAtExit(query);
        try {
            query.awaitTermination();
            progress.print(out);
        } finally {
            stop.close();
        }
    }

    private void set(String name, Object value) {
        spark.conf().set(name, String.valueOf(value));
    }
}
