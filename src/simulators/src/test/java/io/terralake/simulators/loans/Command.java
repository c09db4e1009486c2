package io.terralake.simulators.loans;

import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanFile;
import io.terralake.simulators.Simulators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The command line, and files for it. */
final class Command {
    static final String HEADER = String.join(",", Loan.COLUMNS);

    private Command() {}

    /** What a command did. */
    record Outcome(int code, String output, String errors) {}

    static Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Outcome run(Map<String, String> environment, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] all = Stream.concat(Stream.of("loans"), Stream.of(arguments)).toArray(String[]::new);
        int code = Simulators.run(environment, new PrintWriter(output, true), new PrintWriter(errors, true), all);
        return new Outcome(code, output.toString().strip(), errors.toString().strip());
    }

    static Path file(Path folder, String... lines) throws IOException {
        return Files.write(
                folder.resolve("lc_loan.csv"),
                Stream.concat(Stream.of(HEADER), Stream.of(lines)).toList());
    }

    static LoanSlices slices(Path file, BadLines badLines) throws IOException {
        return new LoanSlices(new LoanFile(file.toString(), () -> Files.newInputStream(file)), badLines);
    }

    /** A line of a file. */
    static String loan(int id, String issued) {
        return "%d,5000,24000,27.65,0,9,5863.15,%s,1985-01-01,Fully Paid".formatted(id, issued);
    }

    /** Loans by the numbers of their lines. */
    static Map<Long, Loan> loans(int count, String issued) {
        Map<Long, Loan> loans = new LinkedHashMap<>();
        for (int id = 0; id < count; id++) {
            String status = id % 2 == 0 ? "Current" : null;
            LocalDate month = LocalDate.parse(issued);
            loans.put(id + 2L, new Loan(id, 5000.0, 24000.0, 27.65, null, 9.0, 5863.15, month, null, status));
        }
        return loans;
    }
}
