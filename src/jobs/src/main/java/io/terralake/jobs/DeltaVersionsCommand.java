package io.terralake.jobs;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Lists, reads and compares the versions of a Delta table of loans, and makes new ones. Runs as a JAR task of Databricks and on one machine. */
@Command(name = "loan-versions", description = "Lists, reads and compares the versions of a Delta table of loans.")
public final class DeltaVersionsCommand {
    /** Databricks sets it on every cluster. */
    private static final String DATABRICKS = "DATABRICKS_RUNTIME_VERSION";

    private final SparkSession spark;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    DeltaVersionsCommand(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Runs the command. It ends with an exception on Databricks, which takes that for a failed task, else with an exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        boolean cluster = System.getenv(DATABRICKS) != null;
        int code = run(
                cluster ? SparkSession.builder().getOrCreate() : Sessions.local(),
                new PrintWriter(System.err, true),
                arguments);
        if (cluster && code != 0) {
            throw new IllegalStateException("loan-versions ended with code " + code + ", see the output above");
        }
        if (!cluster) {
            System.exit(code);
        }
    }

    /** @return 0, 1 when something was asked for that cannot be, 2 for a wrong command line */
    static int run(SparkSession spark, PrintWriter errors, String... arguments) {
        return new CommandLine(new DeltaVersionsCommand(spark))
                .setErr(errors)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof JobException) {
                        command.getErr().println(exception.getMessage());
                        return 1;
                    }
                    throw exception;
                })
                .execute(arguments);
    }

    @Command(name = "list", description = "Lists the versions: number, time, operation, rows written.")
    int list(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @ArgGroup Output output) {
        return finish(new DeltaVersions(spark, table).list(), table, output);
    }

    @Command(name = "read", description = "Reads the table as it was in a version or at a moment.")
    int read(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @ArgGroup(multiplicity = "1") Moment moment,
            @ArgGroup Output output) {
        DeltaVersions versions = new DeltaVersions(spark, table);
        return finish(
                moment.timestamp == null
                        ? versions.read(Objects.requireNonNull(moment.version))
                        : versions.read(moment.timestamp),
                table,
                output);
    }

    @Command(name = "compare", description = "Tells which rows were added, changed or removed between two versions.")
    int compare(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @Option(names = "--from", description = "older version; default: the one before, nothing for the first")
                    @Nullable Long from,
            @Option(names = "--to", description = "newer version; default: the latest") @Nullable Long to,
            @Option(
                            names = "--key",
                            defaultValue = Loans.KEY,
                            description = "column that identifies a row; default: id")
                    String key,
            @ArgGroup Output output) {
        DeltaVersions versions = new DeltaVersions(spark, table);
        long newer = to == null ? versions.latest() : to;
        Dataset<Row> after = versions.read(newer);
        Dataset<Row> before = from != null
                ? versions.read(from)
                : versions.before(newer).map(versions::read).orElseGet(() -> versions.nothing(newer));
        return finish(Changes.between(before, after, key), table, output);
    }

    @Command(
            name = "upsert",
            description = "Merges a CSV file of loans into the table by id, as the pipeline does in Azure.")
    int upsert(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @Option(names = "--csv", required = true, description = "file of loans with a header") String csv) {
        Dataset<Row> loans;
        try {
            loans = Loans.fromCsv(spark, csv);
        } catch (Exception e) {
            // Spark's API for Java hides that this checked exception is thrown.
            if (e instanceof AnalysisException) {
                throw new JobException("\"%s\" cannot be read: %s".formatted(csv, e.getMessage()));
            }
            throw e;
        }
        Loans.upsert(spark, loans, table);
        System.out.printf("%s is at version %d%n", table, new DeltaVersions(spark, table).latest());
        return 0;
    }

    private static int finish(Dataset<Row> result, String table, @Nullable Output output) {
        if (output == null || output.path == null) {
            result.show(Integer.MAX_VALUE, false);
            return 0;
        }
        String target = trimmed(output.path);
        if ((target + "/").startsWith(trimmed(table) + "/")) {
            throw new JobException("output \"%s\" is in the table itself: name another place".formatted(output.path));
        }
        result.write().mode("overwrite").parquet(target);
        return 0;
    }

    private static String trimmed(String path) {
        return path.replaceAll("/+$", "");
    }

    /** Where a result goes. */
    static final class Output {
        @Option(names = "--output", description = "folder for the result as Parquet, replaced; default: the terminal")
        @Nullable String path;
    }

    /** One of the two ways to name a version. */
    static final class Moment {
        @Option(names = "--version", description = "number of the version")
        @Nullable Long version;

        @Option(names = "--timestamp", description = "moment, such as 2026-11-01T00:00:00Z")
        @Nullable Instant timestamp;
    }
}
