package io.terralake.jobs;

import io.delta.tables.DeltaTable;
import io.terralake.input.InputException;
import io.terralake.input.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Where the job reads and writes.
 *
 * @param input folder of files with listings, at any depth
 * @param silver Delta table of listings
 * @param quarantine Delta table of what was no listing
 * @param checkpoint folder in which the stream remembers what it has read
 * @param processed folder in which the files that were read are recorded
 * @param changes folder for rows of the silver table that were touched; null when they are not wanted
 */
record CarPlaces(
        Place input,
        Place silver,
        Place quarantine,
        Place checkpoint,
        Place processed,
        @Nullable Place changes) {

    /**
     * Checks places before anything is done.
     *
     * @param given places by the names of their options: {@code --input}, {@code --silver}, {@code --quarantine}, {@code --checkpoint},
     *     {@code --processed}, and {@code --changes} when it is wanted
     * @throws InputException with all that is wrong
     */
    static CarPlaces check(SparkSession spark, Map<String, String> given) {
        Problems problems = new Problems();
        Map<String, Place> places = Places.apart(spark, given);
        CarPlaces all = new CarPlaces(
                places.get("--input"),
                places.get("--silver"),
                places.get("--quarantine"),
                places.get("--checkpoint"),
                places.get("--processed"),
                places.get("--changes"));
        problems.check(() -> NewFiles.stream(spark, all.input, 1));
        problems.check(() -> Tables.checkMergeable(spark, all.silver, CarSilver.SCHEMA));
        problems.check(() -> Tables.checkMergeable(spark, all.quarantine, CarQuarantine.SCHEMA));
        Stream.of(all.checkpoint, all.processed, all.changes)
                .filter(Objects::nonNull)
                .forEach(place -> problems.addIf(
                        Tables.isInTable(spark, place),
                        "\"%s\" is a Delta table, or in one: name another place".formatted(place)));
        if (all.changes != null) {
            problems.check(() -> CarChanges.check(spark, all.changes));
        }
        problems.throwIfAny();
        all.checkCheckpoint(spark);
        return all;
    }

    /** A stream that begins where the last one ended would leave a new table without what that one read. */
    private void checkCheckpoint(SparkSession spark) {
        boolean used = !checkpoint.contents().orElse(List.of()).isEmpty();
        if (used && !Tables.isTable(spark, silver)) {
            throw new InputException("checkpoint \"%s\" is of a table that \"%s\" is not: name a new checkpoint"
                    .formatted(checkpoint, silver));
        }
    }

    /** Makes the tables that are not there yet. */
    void makeTables(SparkSession spark) {
        make(spark, silver, CarSilver.SCHEMA, "`Date listed`");
        make(spark, quarantine, CarQuarantine.SCHEMA, "quarantined");
    }

    /** @param order the column that rows come in the order of, more or less: statistics of others cost time and help no reader */
    private static void make(SparkSession spark, Place table, StructType schema, String order) {
        DeltaTable.createIfNotExists(spark)
                .location(table.path())
                .addColumns(schema)
                // "Date listed" is no name that Parquet allows.
                .property("delta.columnMapping.mode", "name")
                .property("delta.dataSkippingStatsColumns", order)
                .execute();
    }
}
