package io.terralake.functions.deviceimages.local;

import com.azure.storage.queue.QueueClient;
import io.terralake.functions.deviceimages.ImageHandler;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.deviceimages.storage.BlobContainer;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import io.terralake.input.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes what the Spark job writes through the function to a database, on this machine only. */
@Command(
        name = "device-images",
        sortOptions = false,
        description =
                "Uploads the files that the job image-upload writes to Azurite, and does what Azure does then:"
                        + " an event for each, the function, a row for each image. It can be killed at any time and started again.")
final class LocalCommand implements Callable<Integer> {
    /** Those of host.json. */
    static final int BATCH = 4;

    static final int MOST_ATTEMPTS = 720;

    private static final int BAD_INPUT = 2;
    private static final int LONGEST_VISIBILITY = 7 * 24 * 60 * 60;
    private static final Duration POLL = Duration.ofMillis(200);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(names = "--images", required = true, description = "folder that the job image-upload writes to")
    Path images = Path.of("images");

    @Option(
            names = "--storage",
            defaultValue = "http://127.0.0.1:10000",
            description = "address of Azurite's blob service; default: ${DEFAULT-VALUE}")
    URI storage = URI.create("http://127.0.0.1:10000");

    @Option(names = "--queues", description = "address of Azurite's queue service; default: the next port")
    @Nullable URI queues;

    @ArgGroup(multiplicity = "1")
    Database database = new Database();

    static final class Database {
        @Option(names = "--database", description = "file of the database, made if it is not there (H2)")
        @Nullable Path file;

        @Option(
                names = "--url",
                description = "JDBC URL of a SQL Server instead, where stacks/device-images/sql ran; login by"
                        + " TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD")
        @Nullable String url;
    }

    @Option(
            names = "--visibility",
            defaultValue = "10",
            description = "seconds after which a message comes back that was not done; default: ${DEFAULT-VALUE}")
    int visibility;

    @Option(names = "--twice", description = "every event is delivered twice")
    boolean twice;

    @Option(
            names = "--once",
            description = "ends when there is neither a new file nor a message, and says the total then")
    boolean once;

    @Spec
    CommandSpec spec;

    private LocalCommand() {}

    /**
     * Runs until it is ended, or to the end of the work with {@code --once}.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LocalCommand()).setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof InputException) {
                line.getErr().println(exception.getMessage());
                return BAD_INPUT;
            }
            throw exception;
        });
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (visibility < 1 || visibility > LONGEST_VISIBILITY) {
            throw new InputException("--visibility %d is not allowed: 1 to %,d seconds, which are seven days"
                    .formatted(visibility, LONGEST_VISIBILITY));
        }
        FinishedFiles files = new FinishedFiles(images);
        LocalStorage account = new LocalStorage(
                storage, Optional.ofNullable(queues).orElseGet(() -> LocalStorage.queuesBeside(storage)));
        try (LocalDatabase table = open()) {
            Lake lake = new Lake(
                    files,
                    account.container("images"),
                    account.container("image-events-sent"),
                    account.queue("image-events"),
                    twice ? 2 : 1);
            ImageHandler handler = new ImageHandler(
                    new BlobContainer(account.container("images")),
                    Score.PIXEL_SUM,
                    new SqlTable(table.source(), new Retries(Retries.Pause.SLEEP)));
            QueueClient poison = account.queue("image-events-poison");
            try (QueueHost host = new QueueHost(
                    account.queue("image-events", poison),
                    poison,
                    handler::handle,
                    BATCH,
                    Duration.ofSeconds(visibility),
                    MOST_ATTEMPTS,
                    spec.commandLine().getErr()::println)) {
                run(lake, host, table);
            }
        }
        return 0;
    }

    private LocalDatabase open() {
        return database.file != null
                ? LocalDatabase.ofFile(database.file)
                : LocalDatabase.ofUrl(String.valueOf(database.url), System.getenv());
    }

    private void run(Lake lake, QueueHost host, LocalDatabase table)
            throws IOException, SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String told = "";
        boolean more = true;
        while (more) {
            boolean idle = lake.send() + host.handleBatch() == 0;
            if (idle) {
                String total = table.total();
                more = !(once && host.isEmpty());
                // Messages that another process had taken come back later: until then the total says nothing.
                if (once ? !more : !total.equals(told)) {
                    out.println(total);
                    told = total;
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }
}
