package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;

import io.terralake.cars.UsedCar;
import io.terralake.jobs.ProcessedFiles.ProcessedFile;
import io.terralake.jobs.cars.CarFile;
import io.terralake.jobs.cars.CheckedRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;

/** The records of files, each with where it is from: a listing, or the reasons why it is none. */
final class CarRecords {
    /** Days are numbers, counted from 1970, which Spark takes fastest. */
    private static final StructType SCHEMA = StructType.fromDDL("source STRING NOT NULL, position BIGINT NOT NULL,"
            + " reasons ARRAY<STRING>, raw STRING, bytes BIGINT, Rego STRING, Brand STRING, Model STRING, Trim INT,"
            + " Year INT, Odometer INT, Price INT, listed INT, removed INT");

    /** As large as Event Hubs makes a capture file at most; each core holds one in memory. */
    private static final long MOST_BYTES = 500L << 20;

    private CarRecords() {}

    /**
     * Reads whole files, one at a time on each core.
     *
     * @param files {@code path} and {@code length} of each
     * @param read is told of each file that was read to its end
     */
    static Dataset<Row> read(SparkSession spark, List<Row> files, CollectionAccumulator<ProcessedFile> read) {
        Map<Boolean, List<Row>> readable =
                files.stream().collect(Collectors.partitioningBy(file -> file.<Long>getAs("length") <= MOST_BYTES));
        readable.get(false).forEach(file -> read.add(new ProcessedFile(file.getAs("path"), 0, 1)));
        Dataset<Row> rows = spark.createDataFrame(
                readable.get(false).stream().map(CarRecords::tooLarge).toList(), SCHEMA);
        String[] paths = readable.get(true).stream()
                .map(file -> file.<String>getAs("path"))
                .toArray(String[]::new);
        return paths.length == 0
                ? rows
                : rows.union(spark.read()
                        .format("binaryFile")
                        .option(Place.GLOB, false)
                        // One is left out, and not told of.
                        .option("ignoreCorruptFiles", true)
                        .load(paths)
                        .select("path", "content")
                        .flatMap(
                                (FlatMapFunction<Row, Row>) file -> rows(file.getString(0), file.getAs(1), read),
                                Encoders.row(SCHEMA)));
    }

    /** A bad record in the place of each file. */
    static Dataset<Row> none(SparkSession spark, Set<String> files, String reason) {
        return spark.createDataFrame(
                files.stream()
                        .map(file -> row(file, CheckedRecord.file(reason)))
                        .toList(),
                SCHEMA);
    }

    private static Row tooLarge(Row file) {
        long length = file.getAs("length");
        return row(
                file.getAs("path"),
                CheckedRecord.file("the file has %d bytes, %d at most".formatted(length, MOST_BYTES)));
    }

    /** The listings among records, with the columns of the silver table. */
    static Dataset<Row> listings(Dataset<Row> records) {
        return records.where(col("reasons").isNull())
                .select(
                        col("Rego"),
                        col("Brand"),
                        col("Model"),
                        col("Trim"),
                        col("Year"),
                        col("Odometer"),
                        col("Price"),
                        date_from_unix_date(col("listed")).as("Date listed"),
                        date_from_unix_date(col("removed")).as("Date removed"),
                        col("removed").minus(col("listed")).as("Turnover"));
    }

    /** Reads a file; it is told of when its last record was taken. */
    private static Iterator<Row> rows(String source, byte[] content, CollectionAccumulator<ProcessedFile> read) {
        Iterator<CheckedRecord> records = CarFile.records(source, content);
        return new Iterator<>() {
            private long good;
            private long bad;

            @Override
            public boolean hasNext() {
                boolean more = records.hasNext();
                if (!more) {
                    read.add(new ProcessedFile(source, good, bad));
                }
                return more;
            }

            @Override
            public Row next() {
                CheckedRecord record = records.next();
                if (record.car() == null) {
                    bad++;
                } else {
                    good++;
                }
                return row(source, record);
            }
        };
    }

    private static Row row(String source, CheckedRecord record) {
        UsedCar car = record.car();
        if (car == null) {
            return RowFactory.create(
                    source,
                    record.position(),
                    record.reasons().toArray(),
                    record.raw(),
                    (long) record.bytes(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        return RowFactory.create(
                source,
                record.position(),
                null,
                null,
                null,
                car.rego(),
                car.brand(),
                car.model(),
                car.trim(),
                car.year(),
                car.odometer(),
                car.price(),
                (int) car.listed().toEpochDay(),
                (int) car.removed().toEpochDay());
    }
}
