package io.terralake.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code terralake}. */
@Command(
        name = "terralake",
        description = "What Terralake can say without a stack.",
        subcommands = FactoryCommand.class)
public final class Terralake {
    static final int BAD_INPUT = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    private Terralake() {}

    /**
     * Runs a command and ends with its exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** 0 when all is well, 1 when something would be refused, 2 for a wrong command line. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Terralake())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((exception, given) -> {
                    err.println(exception.getMessage());
                    exception.getCommandLine().usage(err);
                    return BAD_INPUT;
                })
                .execute(arguments);
    }
}
