package io.terralake.simulators.loans;

import io.terralake.simulators.Simulators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** A line of a file. */
    static String loan(int id, String issued) {
        return "%d,5000,24000,27.65,0,9,5863.15,%s,1985-01-01,Fully Paid".formatted(id, issued);
    }

    static List<Loan> loans(int count, String issued) {
        return IntStream.range(0, count)
                .mapToObj(id -> new Loan(
                        id,
                        5000.0,
                        24000.0,
                        27.65,
                        null,
                        9.0,
                        5863.15,
                        LocalDate.parse(issued),
                        null,
                        id % 2 == 0 ? "Current" : null))
                .toList();
    }
}
