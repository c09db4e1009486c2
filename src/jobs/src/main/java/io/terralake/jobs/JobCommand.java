package io.terralake.jobs;

import io.terralake.input.InputException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/** How a job begins and ends: as a JAR task of Databricks, and on one machine. */
final class JobCommand {
    /** Databricks sets it on every cluster. */
    private static final String DATABRICKS = "DATABRICKS_RUNTIME_VERSION";

    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private JobCommand() {}

    /**
     * Runs a command. It ends with an exception on Databricks, which takes that for a failed task, else with an exit code.
     *
     * @param command takes what gives Spark
     */
    static void main(Function<Supplier<SparkSession>, Object> command, String... arguments) {
        boolean cluster = System.getenv(DATABRICKS) != null;
        CommandLine line = line(command.apply(cluster ? SparkSession.builder()::getOrCreate : Sessions::local));
        int code = line.setErr(new PrintWriter(System.err, true)).execute(arguments);
        if (cluster && code != 0) {
            throw new IllegalStateException(
                    "%s ended with code %d, see the output above".formatted(line.getCommandName(), code));
        }
        if (!cluster) {
            System.exit(code);
        }
    }

    /**
     * A command line that ends with 0, 1 when something failed on the way, 2 when what was given cannot be, and nothing was done.
     *
     * @param command starts Spark only for a command line that is right
     */
    static CommandLine line(Object command) {
        return new CommandLine(command).setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof InputException) {
                line.getErr().println(exception.getMessage());
                return BAD_INPUT;
            }
            if (exception instanceof SparkThrowable || exception instanceof UncheckedIOException) {
                line.getErr().println(Failures.explain(exception));
                return FAILED;
            }
            throw exception;
        });
    }
}
