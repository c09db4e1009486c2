package io.terralake.simulators.loans;

import io.terralake.input.Problems;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which loans: a file and a slice of it. */
final class SourceOptions {
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

    void check(Problems problems) {
        problems.addIf(!Files.isRegularFile(path), "%s: no such file".formatted(path));
    }

    /**
     * Reads the slice.
     *
     * @param badLines gets the lines of the file that are left out
     * @return loans by the numbers of their lines
     */
    Map<Long, Loan> read(PrintWriter out, BadLines badLines) throws IOException {
        LoanSlices slices = new LoanSlices(new LoanFile(path.toString(), () -> Files.newInputStream(path)), badLines);
        Map<Long, Loan> loans = slices.loans(slice, badLines);
        out.printf("%s: slice %d is %s, %d loans%n", path, slice, slices.month(slice), loans.size());
        return loans;
    }

    /** Tells which lines of the file were left out. */
    void tell(BadLines badLines, PrintWriter err) {
        badLines.tell(path.toString(), err);
    }
}
