package io.terralake.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;

/** Spark and a folder for real Delta tables. */
abstract class SparkFixture {
    static final SparkSession SPARK = Sessions.local();

    @TempDir
    Path folder;

    String table() {
        return folder.resolve("lc_loan").toString();
    }

    /** A loan with what the tests look at. */
    static Row loan(int id, double paid, String status) {
        return RowFactory.create(id, 1000.0, null, null, null, null, paid, Date.valueOf("2007-06-01"), null, status);
    }

    void upsert(Row... loans) {
        Loans.upsert(SPARK, SPARK.createDataFrame(List.of(loans), Loans.SCHEMA), table());
    }

    /** Version 0 with the loans 1 and 2, version 1 in which 2 was paid and 3 came. */
    void twoVersions() {
        upsert(loan(1, 10, "Current"), loan(2, 20, "Current"));
        upsert(loan(2, 25, "Fully Paid"), loan(3, 30, "Current"));
    }

    DeltaVersions versions() {
        return new DeltaVersions(SPARK, new Place(SPARK, table()));
    }

    static List<List<Object>> rows(Dataset<Row> dataset, String... columns) {
        return dataset.collectAsList().stream()
                .map(row -> List.of(columns).stream()
                        .map(column -> row.<Object>getAs(column))
                        .toList())
                .toList();
    }

    /** Runs the command and returns its exit code with what it printed as an error. */
    static Outcome run(String... arguments) {
        return run(new DeltaVersionsCommand(() -> SPARK), arguments);
    }

    static Outcome run(Object command, String... arguments) {
        StringWriter errors = new StringWriter();
        int code =
                JobCommand.line(command).setErr(new PrintWriter(errors, true)).execute(arguments);
        return new Outcome(code, errors.toString().strip());
    }

    record Outcome(int code, String errors) {}
}
