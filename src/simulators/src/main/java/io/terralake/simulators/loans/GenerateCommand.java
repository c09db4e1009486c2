package io.terralake.simulators.loans;

import io.terralake.input.Problems;
import io.terralake.loans.LoanWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a file of loans. */
@Command(
        name = "generate",
        sortOptions = false,
        description = "Makes a CSV file of loans; the same seed gives the same bytes.")
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 1_000_000_000;
    private static final int MOST_MONTHS = 600;

    @Option(names = "--output", required = true, description = "the file to make")
    Path output = Path.of("lc_loan.csv");

    @Option(names = "--rows", defaultValue = "10000", description = "how many loans; default: ${DEFAULT-VALUE}")
    int rows;

    @Option(names = "--months", defaultValue = "24", description = "over how many months; default: ${DEFAULT-VALUE}")
    int months;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    long seed;

    @Spec
    CommandSpec spec;

    GenerateCommand() {}

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        problems.addIf(
                months < 1 || months > MOST_MONTHS || rows < months || rows > MOST_ROWS,
                "%d rows over %d months are not allowed: 1 to %d months, a row for each at least, %,d rows at most"
                        .formatted(rows, months, MOST_MONTHS, MOST_ROWS));
        problems.check(() -> LoanWriter.check(output));
        problems.throwIfAny();
        PrintWriter out = spec.commandLine().getOut();
        LoanGenerator generator = new LoanGenerator(seed, rows, months);
        try (LoanWriter writer = new LoanWriter(output);
                TaskProgress progress = TaskProgress.of(out, "generate", rows)) {
            for (int index = 0; index < rows; index++) {
                writer.write(generator.apply(index));
                progress.step(1);
            }
            writer.finish();
        }
        out.printf("%s: %d loans in %d months%n", output, rows, months);
        return 0;
    }
}
