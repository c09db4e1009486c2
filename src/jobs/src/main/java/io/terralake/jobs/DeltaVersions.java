package io.terralake.jobs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.terralake.input.InputException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The versions that a Delta table has when it is opened. */
final class DeltaVersions {
    private final SparkSession spark;
    private final Place place;

    /** History is a command, which Spark runs when it is asked for: the log is read once, however often this is used. */
    private final Dataset<Row> list;

    /** @throws InputException when there is nothing at the place, or no Delta table */
    DeltaVersions(SparkSession spark, Place place) {
        this.spark = spark;
        this.place = place;
        if (!Tables.isTable(spark, place)) {
            throw new InputException(
                    place.contents().isPresent()
                            ? "\"%s\" is no Delta table: it has no version in a _delta_log".formatted(place)
                            : "\"%s\" does not exist".formatted(place));
        }
        this.list = history();
    }

    /**
     * Every version that can still be told of, the oldest first: {@code version} (long), {@code timestamp},
     * {@code operation} (string), {@code rows} (long), which is how many rows the version wrote; null when its writer did
     * not count.
     */
    Dataset<Row> list() {
        return list;
    }

    /**
     * The table as it was in a version.
     *
     * @throws InputException when there is no such version
     */
    Dataset<Row> read(long version) {
        List<Row> known = list.collectAsList();
        if (known.stream().noneMatch(row -> row.getLong(0) == version)) {
            throw new InputException("version %d does not exist: the table has versions %d to %d"
                    .formatted(version, first(known).getLong(0), last(known).getLong(0)));
        }
        return spark.read().format("delta").option("versionAsOf", version).load(place.path());
    }

    /**
     * The table as it was at a moment.
     *
     * @throws InputException when the table is younger
     */
    Dataset<Row> read(Instant moment) {
        List<Row> known = list.collectAsList();
        Optional<Row> latest = known.stream()
                .filter(row -> !row.<Timestamp>getAs("timestamp").toInstant().isAfter(moment))
                .reduce((earlier, later) -> later);
        return read(latest.orElseThrow(
                        () -> new InputException("the table did not exist at %s: its first version is of %s"
                                .formatted(
                                        moment,
                                        first(known)
                                                .<Timestamp>getAs("timestamp")
                                                .toInstant())))
                .getLong(0));
    }

    /** The number of the latest version. */
    long latest() {
        return last(list.collectAsList()).getLong(0);
    }

    /** The number of the version before another; empty for the first. */
    Optional<Long> before(long version) {
        return list.collectAsList().stream()
                .map(row -> row.getLong(0))
                .filter(number -> number < version)
                .reduce((earlier, later) -> later);
    }

    /** No rows, with the columns of a version. */
    Dataset<Row> nothing(long likeVersion) {
        return read(likeVersion).where(lit(false));
    }

    private Dataset<Row> history() {
        Column metrics = col("operationMetrics");
        Column merged = metrics.getItem("numTargetRowsInserted")
                .cast("long")
                .plus(metrics.getItem("numTargetRowsUpdated").cast("long"));
        return DeltaTable.forPath(spark, place.path())
                .history()
                .select(
                        col("version"),
                        col("timestamp"),
                        col("operation"),
                        coalesce(merged, metrics.getItem("numOutputRows").cast("long"))
                                .as("rows"))
                .orderBy("version");
    }

    private static Row first(List<Row> versions) {
        return versions.get(0);
    }

    private static Row last(List<Row> versions) {
        return versions.get(versions.size() - 1);
    }
}
