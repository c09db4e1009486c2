package io.terralake.jobs;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import io.terralake.input.InputException;
import io.terralake.loans.BadLine;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The loans as the pipeline {@code DeltaCopyPipeline} stores them. */
final class Loans {
    /** The column that identifies a loan. */
    static final String KEY = "id";

    static final StructType SCHEMA = StructType.fromDDL("id INT, loan_amnt DOUBLE, annual_inc DOUBLE, dti DOUBLE,"
            + " delinq_2yrs DOUBLE, total_acc DOUBLE, total_pymnt DOUBLE, issue_d DATE, earliest_cr_line DATE,"
            + " loan_status STRING");

    private Loans() {}

    /**
     * Reads a file as the loans simulator writes it, into memory.
     *
     * @param err is told of the lines that are no loans and are left out
     * @throws InputException when its columns are others, or ids are missing or there twice: such rows cannot be merged
     */
    static Dataset<Row> fromCsv(SparkSession spark, LoanFile file, PrintWriter err) {
        List<Row> rows = new ArrayList<>();
        BadLines badLines = new BadLines();
        Map<Integer, Long> seen = new HashMap<>();
        Map<Long, String> unmergeable = new TreeMap<>();
        try {
            file.read(
                    (loan, line) -> {
                        rows.add(row(loan));
                        Long earlier = seen.putIfAbsent(loan.id(), line);
                        if (earlier != null) {
                            unmergeable.put(
                                    line, "line %d: id %d is on line %d already".formatted(line, loan.id(), earlier));
                        }
                    },
                    badLines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        badLines.list().stream()
                .filter(BadLine::withoutId)
                .forEach(line -> unmergeable.put(line.first(), "line %d: there is no id".formatted(line.first())));
        if (!unmergeable.isEmpty()) {
            throw new InputException(BadLines.named(List.copyOf(unmergeable.values())).stream()
                    .map(problem -> "%s: %s".formatted(file, problem))
                    .toList());
        }
        badLines.tell(file.toString(), err);
        if (rows.isEmpty()) {
            throw new InputException("%s: there is no loan in it".formatted(file));
        }
        return spark.createDataFrame(rows, SCHEMA);
    }

    /** Merges rows into a Delta table by key, as the pipeline's data flow does; makes the table when there is none. */
    static void upsert(SparkSession spark, Dataset<Row> loans, String table) {
        if (!DeltaTable.isDeltaTable(spark, table)) {
            loans.write().format("delta").save(table);
            return;
        }
        DeltaTable.forPath(spark, table)
                .as("kept")
                .merge(loans.as("new"), col("kept." + KEY).equalTo(col("new." + KEY)))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    private static Row row(Loan loan) {
        return RowFactory.create(
                loan.id(),
                loan.amount(),
                loan.income(),
                loan.debtToIncome(),
                loan.delinquencies(),
                loan.accounts(),
                loan.paid(),
                loan.issued(),
                loan.earliestCredit(),
                loan.status());
    }
}
