package io.terralake.cli;

import picocli.CommandLine.Command;

/** Commands for data factories that are there already. */
@Command(name = "factory", description = "Data factories that are there already.", subcommands = CheckCommand.class)
final class FactoryCommand {}
