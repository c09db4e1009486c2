package io.terralake.simulators.loans;

import java.io.IOException;
import java.nio.file.Path;
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
        var command = spec.commandLine();
        try (LoanWriter writer = new LoanWriter(output)) {
            for (Loan loan : source.read(command.getOut(), command.getErr())) {
                writer.write(loan);
            }
            writer.finish();
        }
        return 0;
    }
}
