package io.terralake.emulator.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code emulator}. */
@Command(
        name = "emulator",
        description = "A stand-in of Azure for Terraform and its providers, on this machine only.",
        subcommands = {
            ExecCommand.class,
            StartCommand.class,
            ServeCommand.class,
            StopCommand.class,
            RefusalsCommand.class,
            TypesCommand.class
        })
public final class Main {
    static final int BAD_INPUT = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @return 0 when all is well, 2 for a wrong command line; of {@code exec}, the exit code of the command, or
     *     127 when it cannot be started
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setStopAtPositional(true)
                .setExecutionExceptionHandler((exception, command, given) -> {
                    err.println(exception.getMessage());
                    return BAD_INPUT;
                })
                .execute(arguments);
    }
}
