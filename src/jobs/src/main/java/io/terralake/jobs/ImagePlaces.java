package io.terralake.jobs;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the job reads and writes.
 *
 * @param input folder of images, at any depth
 * @param output folder of records, and of the stream's list of those that are finished
 * @param checkpoint folder in which the stream remembers what it has read
 * @param archive folder that images are moved to; null when they are deleted
 */
record ImagePlaces(
        Place input,
        Place output,
        Place checkpoint,
        @Nullable Place archive) {
    /** Spark's list of files that are finished. */
    private static final String RECORDS = "_spark_metadata";

    /**
     * Checks places before anything is done.
     *
     * @param given places by the names of their options: {@code --input}, {@code --output}, {@code --checkpoint}, and {@code --archive}
     *     when it is wanted
     * @throws InputException with all that is wrong
     */
    static ImagePlaces check(SparkSession spark, Map<String, String> given) {
        Map<String, Place> places = Places.apart(spark, given);
        ImagePlaces all = new ImagePlaces(
                places.get("--input"), places.get("--output"), places.get("--checkpoint"), places.get("--archive"));
        Problems problems = new Problems();
        problems.check(() -> NewFiles.stream(spark, all.input, 1));
        problems.addIf(
                all.archive != null && !all.archive.sharesStore(all.input),
                "--archive \"%s\" and --input \"%s\" are in two stores: name an archive in the one of the images"
                        .formatted(all.archive, all.input));
        problems.check(all::checkOneStream);
        problems.throwIfAny();
        return all;
    }

    /**
     * A batch that its list of records has counts as written. So another checkpoint, which counts batches from 0 again, would archive
     * images without a record of them; and with another list, the images of before are missing in it.
     */
    private void checkOneStream() {
        long begun = lastBatch(checkpoint.child("offsets"));
        long ended = lastBatch(checkpoint.child("commits"));
        long written = lastBatch(output.child(RECORDS));
        if (written < ended || written > begun) {
            throw new InputException("--checkpoint \"%s\" and --output \"%s\" are of two streams: name new ones"
                    .formatted(checkpoint, output));
        }
    }

    /** Whether the stream has come to the end of a batch. */
    boolean hasRecords() {
        return lastBatch(output.child(RECORDS)) >= 0;
    }

    /** The number that the last file of a log has for its name, maybe with {@code .compact} at the end; -1 when there is none. */
    private static long lastBatch(Place log) {
        return log.contents().orElse(List.of()).stream()
                .filter(name -> name.matches("\\d+(\\.compact)?"))
                .mapToLong(name -> Long.parseLong(name.replace(".compact", "")))
                .max()
                .orElse(-1);
    }
}
