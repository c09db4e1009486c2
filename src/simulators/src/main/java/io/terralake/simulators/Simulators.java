package io.terralake.simulators;

import io.terralake.input.InputException;
import io.terralake.simulators.cars.CarsCommand;
import io.terralake.simulators.images.ImagesCommand;
import io.terralake.simulators.loans.LoansCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** All simulators behind one command. */
@Command(
        name = "simulators",
        description = "Makes data, and plays it into the platform.",
        subcommands = {CarsCommand.class, ImagesCommand.class, LoansCommand.class})
public final class Simulators {
    private static final int FAILED = 1;
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
        Secrets secrets = new Secrets(environment);
        return new CommandLine(new Simulators(environment))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((exception, given) -> {
                    err.println(secrets.mask(explain(exception)));
                    exception.getCommandLine().usage(err);
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    err.println(secrets.mask(explain(exception)));
                    return exception instanceof InputException ? BAD_INPUT : FAILED;
                })
                .execute(arguments);
    }

    private static String explain(Exception exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            // Not what follows them: it may be a secret.
            return unmatched.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .map(argument -> argument.replaceFirst("=.*", ""))
                    .collect(Collectors.joining(", ", "not known: ", ""));
        }
        if (exception instanceof SQLException failure) {
            return SqlFailures.explain(failure);
        }
        if (exception instanceof FileSystemException failure && failure.getReason() == null) {
            return "%s: %s".formatted(failure.getFile(), failure.getClass().getSimpleName());
        }
        if (exception instanceof InputException
                || exception instanceof IOException
                || exception instanceof ParameterException) {
            return String.valueOf(exception.getMessage());
        }
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
