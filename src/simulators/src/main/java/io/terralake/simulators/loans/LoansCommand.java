package io.terralake.simulators.loans;

import io.terralake.simulators.Simulators;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Everything about loans. */
@Command(
        name = "loans",
        description = "Loans by month, as in the Lending Club's data.",
        subcommands = {GenerateCommand.class, LoadCommand.class, SliceCommand.class})
public final class LoansCommand {
    @ParentCommand
    @Nullable Simulators simulators;

    LoansCommand() {}

    /** The environment variables. */
    Map<String, String> environment() {
        return Objects.requireNonNull(simulators).environment();
    }
}
