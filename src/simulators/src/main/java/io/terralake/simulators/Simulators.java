package io.terralake.simulators;

import io.terralake.simulators.loans.LoansCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** All simulators behind one command. */
@Command(
        name = "simulators",
        description = "Makes data, and plays it into the platform.",
        subcommands = LoansCommand.class)
public final class Simulators {
    private static final int BAD_INPUT = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    private final Map<String, String> environment;

    Simulators(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The environment variables.
     *
     * @return by name
     */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Runs a simulator and ends with its exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(
                run(System.getenv(), new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a simulator.
     *
     * @param environment the environment variables
     * @param out standard output
     * @param err standard error
     * @param arguments those of the command line
     * @return 0 when all went well, 1 when something failed on the way, 2 for bad input
     */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Simulators(environment))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof InputException) {
                        command.getErr().println(exception.getMessage());
                        return BAD_INPUT;
                    }
                    if (exception instanceof SQLException failure) {
                        command.getErr().println(SqlFailures.explain(failure));
                        return 1;
                    }
                    if (exception instanceof IOException) {
                        command.getErr().println(exception.getMessage());
                        return 1;
                    }
                    throw exception;
                })
                .execute(arguments);
    }
}
