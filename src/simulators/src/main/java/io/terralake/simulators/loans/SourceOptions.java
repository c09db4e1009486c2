package io.terralake.simulators.loans;

import io.terralake.simulators.loans.LoanFile.BadLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which loans: a file and a slice of it. */
final class SourceOptions {
    private static final int MOST_LINES_NAMED = 20;

    @Option(
            names = {"-p", "--path"},
            required = true,
            description = "the CSV file of loans")
    Path path = Path.of("lc_loan.csv");

    @Option(
            names = {"-v", "--slice"},
            required = true,
            description = "which month after the first, 0 for the first")
    int slice;

    SourceOptions() {}

    /** Reads the slice and tells which lines of the file were left out. */
    List<Loan> read(PrintWriter out, PrintWriter err) throws IOException {
        LoanSlices slices = new LoanSlices(new LoanFile(path));
        List<BadLine> leftOut = new ArrayList<>(slices.badLines());
        List<Loan> loans = slices.loans(slice, leftOut);
        leftOut.stream().limit(MOST_LINES_NAMED).forEach(line -> err.printf("%s: left out: %s%n", path, line));
        if (leftOut.size() > MOST_LINES_NAMED) {
            err.printf("%s: left out: %d lines more%n", path, leftOut.size() - MOST_LINES_NAMED);
        }
        out.printf("%s: slice %d is %s, %d loans%n", path, slice, slices.month(slice), loans.size());
        return loans;
    }
}
