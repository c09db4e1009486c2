package io.terralake.simulators.loans;

import io.terralake.input.Problems;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a slice of a file without a database. */
@Command(name = "slice", sortOptions = false, description = "Writes the loans of a month to a file of their own.")
final class SliceCommand implements Callable<Integer> {
    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(names = "--output", required = true, description = "the file to make")
    Path output = Path.of("slice.csv");

    @Spec
    CommandSpec spec;

    SliceCommand() {}

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        source.check(problems);
        problems.check(() -> LoanWriter.check(output));
        problems.throwIfAny();
        BadLines badLines = new BadLines();
        Map<Long, Loan> loans = source.read(spec.commandLine().getOut(), badLines);
        try (LoanWriter writer = new LoanWriter(output)) {
            for (Loan loan : loans.values()) {
                writer.write(loan);
            }
            writer.finish();
        }
        source.tell(badLines, spec.commandLine().getErr());
        return 0;
    }
}
