package io.terralake.jobs;

import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Moves the files of images that were taken to the archive, or deletes them. Spark's own way to do so, {@code cleanSource}, leaves the
 * images of a stream's last batch where they are, and for ever those of which it was killed.
 */
final class TakenImages {
    private final SparkSession spark;
    private final ImagePlaces places;
    private final Configuration configuration;

    TakenImages(SparkSession spark, ImagePlaces places) {
        this.spark = spark;
        this.places = places;
        this.configuration = spark.sessionState().newHadoopConf();
    }

    /** Puts away what an earlier process has taken and could not put away: images of which there is a record, by path and time. */
    void putAwayLeftovers() {
        Dataset<Row> there = NewFiles.reader(spark)
                .option("recursiveFileLookup", true)
                .option("pathGlobFilter", ImageUpload.PATTERN)
                .load(places.input().path())
                .select("path", "modificationTime");
        @Nullable Timestamp oldest = there.agg(min("modificationTime")).head().getAs(0);
        if (oldest == null || !places.hasRecords(spark)) {
            return;
        }
        Dataset<Row> records = spark.read()
                .schema("path STRING, modificationTime TIMESTAMP")
                .option(Place.GLOB, false)
                .option("timeZone", "UTC")
                .option("modifiedAfter", oldest.toInstant().toString().substring(0, "2026-11-26T07:00:00".length()))
                .option("ignoreMissingFiles", true)
                .json(places.output().path());
        putAway(there.join(records, new String[] {"path", "modificationTime"}, "left_semi")
                .select("path")
                .as(Encoders.STRING())
                .collectAsList());
    }

    /** @param images their paths, as the stream tells them */
    void putAway(List<String> images) {
        for (String image : images) {
            try {
                putAway(new Path(image));
            } catch (IOException e) {
                System.err.printf("%s: taken, but not put away: %s%n", image, Failures.explain(e));
            }
        }
    }

    private void putAway(Path image) throws IOException {
        FileSystem store = image.getFileSystem(configuration);
        if (places.archive() == null) {
            store.delete(image, false);
            return;
        }
        // As Spark's cleanSource names it.
        Path archived = new Path(
                places.archive().path().replaceFirst("/$", "") + image.toUri().getPath());
        store.mkdirs(archived.getParent());
        if (!store.rename(image, archived)) {
            throw new IOException("it cannot be moved to " + archived);
        }
    }
}
