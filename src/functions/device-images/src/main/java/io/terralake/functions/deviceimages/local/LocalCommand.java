package io.terralake.functions.deviceimages.local;

import com.azure.storage.queue.QueueClient;
import io.terralake.functions.deviceimages.ImageHandler;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.deviceimages.storage.BlobContainer;
import io.terralake.functions.local.AzuriteOptions;
import io.terralake.functions.local.LocalProgram;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    private static final Duration POLL = Duration.ofMillis(200);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(names = "--images", required = true, description = "folder that the job image-upload writes to")
    Path images = Path.of("images");

    @Mixin
    AzuriteOptions azurite = new AzuriteOptions();

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
        return LocalProgram.of(new LocalCommand());
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Duration visibility = azurite.visibility();
        FinishedFiles files = new FinishedFiles(images);
        LocalStorage account = azurite.account();
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
                    visibility,
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
