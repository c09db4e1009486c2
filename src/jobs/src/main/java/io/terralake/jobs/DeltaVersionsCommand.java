package io.terralake.jobs;

import io.terralake.input.Problems;
import io.terralake.loans.LoanFile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Lists, reads and compares the versions of a Delta table of loans, and makes new ones. Runs as a JAR task of Databricks and on one machine. */
@Command(name = "loan-versions", description = "Lists, reads and compares the versions of a Delta table of loans.")
public final class DeltaVersionsCommand {
    private final Supplier<SparkSession> sessions;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    boolean help;

    DeltaVersionsCommand(Supplier<SparkSession> sessions) {
        this.sessions = sessions;
    }

    /**
     * Runs the command. It ends with an exception on Databricks, which takes that for a failed task, else with an exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        JobCommand.main(DeltaVersionsCommand::new, arguments);
    }

    @Command(name = "list", description = "Lists the versions: number, time, operation, rows written.")
    int list(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @ArgGroup Output output) {
        Source source = open(table, output);
        return finish(source, source.versions().list());
    }

    @Command(name = "read", description = "Reads the table as it was in a version or at a moment.")
    int read(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @ArgGroup(multiplicity = "1") Moment moment,
            @ArgGroup Output output) {
        Source source = open(table, output);
        DeltaVersions versions = source.versions();
        return finish(
                source,
                moment.timestamp == null
                        ? versions.read(Objects.requireNonNull(moment.version))
                        : versions.read(moment.timestamp));
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
        Source source = open(table, output);
        DeltaVersions versions = source.versions();
        long newer = to == null ? versions.latest() : to;
        Dataset<Row> after = versions.read(newer);
        Dataset<Row> before = from != null
                ? versions.read(from)
                : versions.before(newer).map(versions::read).orElseGet(() -> versions.nothing(newer));
        return finish(source, Changes.between(before, after, key));
    }

    @Command(
            name = "upsert",
            description = "Merges a CSV file of loans into the table by id, as the pipeline does in Azure.")
    int upsert(
            @Parameters(paramLabel = "TABLE", description = "path of the Delta table") String table,
            @Option(names = "--csv", required = true, description = "file of loans with a header") String csv) {
        SparkSession spark = sessions.get();
        Problems problems = new Problems();
        Optional<Place> target = problems.check(() -> new Place(spark, table));
        target.ifPresent(place -> problems.check(() -> Tables.checkMergeable(spark, place, Loans.SCHEMA)));
        Optional<Dataset<Row>> loans = problems.check(() -> new Place(spark, csv).checkFile())
                .flatMap(file -> problems.check(() -> Loans.fromCsv(
                        spark, new LoanFile(csv, file::open), spec.commandLine().getErr())));
        problems.throwIfAny();
        Loans.upsert(spark, loans.orElseThrow(), target.orElseThrow().path());
        System.out.printf("%s is at version %d%n", table, new DeltaVersions(spark, target.orElseThrow()).latest());
        return 0;
    }

    /** What a command reads, and where its result goes. */
    private record Source(DeltaVersions versions, Optional<ResultFolder> output) {}

    /** Checks everything that is named before anything is read. */
    private Source open(String table, @Nullable Output output) {
        SparkSession spark = sessions.get();
        Problems problems = new Problems();
        Optional<Place> from = problems.check(() -> new Place(spark, table));
        Optional<Place> to = output == null || output.path == null
                ? Optional.empty()
                : problems.check(() -> new Place(spark, Objects.requireNonNull(output.path)));
        Optional<ResultFolder> result = from.isPresent() && to.isPresent()
                ? problems.check(() -> new ResultFolder(spark, to.get(), from.get()))
                : Optional.empty();
        Optional<DeltaVersions> versions = from.flatMap(place -> problems.check(() -> new DeltaVersions(spark, place)));
        problems.throwIfAny();
        return new Source(versions.orElseThrow(), result);
    }

    private static int finish(Source source, Dataset<Row> result) {
        source.output().ifPresentOrElse(folder -> folder.write(result), () -> result.show(Integer.MAX_VALUE, false));
        return 0;
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
