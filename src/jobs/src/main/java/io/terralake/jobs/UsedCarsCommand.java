package io.terralake.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes listings of used cars from new files into a Delta table, once. Runs as a JAR task of Databricks and on one machine. */
@Command(
        name = "used-cars",
        sortOptions = false,
        description = "Takes listings of used cars from new files of a folder into a Delta table.")
public final class UsedCarsCommand implements Callable<Integer> {
    private static final int MOST_FILES = 100_000;

    private final Supplier<SparkSession> sessions;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(
            names = "--input",
            required = true,
            description = "folder with files of listings at any depth: JSON, and *.avro that Event Hubs captured")
    String input = "";

    @Option(names = "--silver", required = true, description = "Delta table of listings, made if missing")
    String silver = "";

    @Option(
            names = "--quarantine",
            required = true,
            description = "Delta table of what was no listing with the reasons, made if missing")
    String quarantine = "";

    @Option(
            names = "--checkpoint",
            required = true,
            description = "folder that remembers which files were read; one for each --silver")
    String checkpoint = "";

    @Option(names = "--processed", required = true, description = "folder for the list of files that were read")
    String processed = "";

    @Option(
            names = "--changes",
            description =
                    "folder for the rows of --silver that were touched, as JSON lines for a copy into Cosmos DB, which"
                            + " deletes the folder; without it none are written")
    @Nullable String changes;

    @Option(
            names = "--files-per-batch",
            defaultValue = "1000",
            description = "how many files are read and merged together; default: ${DEFAULT-VALUE}")
    int filesPerBatch;

    /**
     * The command in a process that has Spark.
     *
     * @param sessions gives Spark, with Delta Lake; it is not asked for a wrong command line
     */
    public UsedCarsCommand(Supplier<SparkSession> sessions) {
        this.sessions = sessions;
    }

    /**
     * Runs the command. It ends with an exception on Databricks, which takes that for a failed task, else with an exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        JobCommand.main(UsedCarsCommand::new, arguments);
    }

    @Override
    public Integer call() throws Exception {
        if (filesPerBatch < 1 || filesPerBatch > MOST_FILES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--files-per-batch %d is not allowed: 1 to %,d".formatted(filesPerBatch, MOST_FILES));
        }
        Map<String, String> places = new LinkedHashMap<>();
        places.put("--input", input);
        places.put("--silver", silver);
        places.put("--quarantine", quarantine);
        places.put("--checkpoint", checkpoint);
        places.put("--processed", processed);
        if (changes != null) {
            places.put("--changes", changes);
        }
        SparkSession spark = sessions.get();
        UsedCars.Totals totals = new UsedCars(spark, CarPlaces.check(spark, places), filesPerBatch).run();
        spec.commandLine().getOut().println(totals);
        return 0;
    }
}
