package io.terralake.simulators.loans;

import picocli.CommandLine.Command;

/** Everything about loans. */
@Command(
        name = "loans",
        description = "Loans by month, as in the Lending Club's data.",
        subcommands = {GenerateCommand.class, LoadCommand.class, SliceCommand.class})
public final class LoansCommand {}
