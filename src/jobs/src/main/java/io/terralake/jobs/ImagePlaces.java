package io.terralake.jobs;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
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
        problems.check(() -> all.checkOneStream(spark));
        problems.throwIfAny();
        return all;
    }

    /**
     * A batch that its list of records has counts as written. So another checkpoint, which counts batches from 0 again, would have images
     * put away without a record of them; and with another list, the images of before are missing in it.
     */
    private void checkOneStream(SparkSession spark) {
        long begun = lastBatch(spark, checkpoint, "offsets");
        long ended = lastBatch(spark, checkpoint, "commits");
        long written = lastBatch(spark, output, RECORDS);
        if (written < ended || written > begun) {
            throw new InputException("--checkpoint \"%s\" and --output \"%s\" are of two streams: name new ones"
                    .formatted(checkpoint, output));
        }
    }

    /** Whether the stream has come to the end of a batch. */
    boolean hasRecords(SparkSession spark) {
        return lastBatch(spark, output, RECORDS) >= 0;
    }

    /**
     * The number that the last file of a log has for its name, maybe with {@code .compact} at the end; -1 when there is none. Spark's
     * readers, which are asked elsewhere, see nothing in a folder with such a name.
     */
    private static long lastBatch(SparkSession spark, Place place, String log) {
        try {
            Path folder = new Path(place.path(), log);
            FileStatus[] files =
                    folder.getFileSystem(spark.sessionState().newHadoopConf()).listStatus(folder);
            return Stream.of(files)
                    .map(file -> file.getPath().getName())
                    .filter(name -> name.matches("\\d+(\\.compact)?"))
                    .mapToLong(name -> Long.parseLong(name.replace(".compact", "")))
                    .max()
                    .orElse(-1);
        } catch (FileNotFoundException e) {
            return -1;
        } catch (IOException e) {
            throw new InputException("\"%s\" cannot be reached: %s".formatted(place, Failures.explain(e)));
        }
    }
}
