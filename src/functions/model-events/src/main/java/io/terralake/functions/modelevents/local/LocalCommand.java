package io.terralake.functions.modelevents.local;

import com.azure.storage.queue.QueueClient;
import io.terralake.functions.local.AzuriteOptions;
import io.terralake.functions.local.LocalProgram;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.modelevents.Dispatches;
import io.terralake.functions.modelevents.EventHandler;
import io.terralake.functions.modelevents.Filters;
import io.terralake.functions.modelevents.github.GitHub;
import io.terralake.functions.modelevents.github.Login;
import io.terralake.functions.modelevents.github.Rest;
import io.terralake.functions.modelevents.storage.BlobClaims;
import io.terralake.input.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes events through Azurite to GitHub, or shows what GitHub would be told. */
@Command(
        name = "model-events",
        sortOptions = false,
        description = "Dispatches the events in Azurite's queue model-events as the function does:"
                + " to a repository of GitHub, or onto the screen. It can be killed at any time and started again.")
final class LocalCommand implements Callable<Integer> {
    /** Those of host.json. */
    static final int BATCH = 8;

    static final int MOST_ATTEMPTS = 7200;

    private static final Duration POLL = Duration.ofMillis(200);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(names = "--event", description = "file with an event, or a list of them, that is put into the queue first")
    List<Path> events = List.of();

    @Option(
            names = "--repository",
            description = "owner/name of the repository, with GITHUB_TOKEN as login; default: dispatches are printed")
    @Nullable String repository;

    @Option(
            names = "--github",
            defaultValue = "https://api.github.com",
            description = "address of GitHub's API; default: ${DEFAULT-VALUE}")
    URI github = URI.create("https://api.github.com");

    @Option(names = "--filters", description = "as the app setting EVENTS_FILTERS")
    @Nullable String filters;

    @Mixin
    AzuriteOptions azurite = new AzuriteOptions();

    @Option(names = "--once", description = "ends when there is no message")
    boolean once;

    @Spec
    CommandSpec spec;

    private final Map<String, String> environment;

    private LocalCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Runs until it is ended, or to the end of the work with {@code --once}.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return LocalProgram.of(new LocalCommand(environment));
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration visibility = azurite.visibility();
        List<String> messages = events.stream().map(LocalCommand::read).toList();
        LocalStorage account = azurite.account();
        EventHandler handler = handler(account);
        QueueClient poison = account.queue("model-events-poison");
        QueueClient queue = account.queue("model-events", poison);
        messages.forEach(queue::sendMessage);
        try (QueueHost host = new QueueHost(
                queue,
                poison,
                handler::handle,
                BATCH,
                visibility,
                MOST_ATTEMPTS,
                spec.commandLine().getErr()::println)) {
            boolean more = true;
            while (more) {
                if (host.handleBatch() == 0) {
                    more = !(once && host.isEmpty());
                    Thread.sleep(POLL.toMillis());
                }
            }
        }
        return 0;
    }

    private EventHandler handler(LocalStorage account) {
        try {
            Filters allowed = filters == null ? Filters.NONE : Filters.of(filters);
            Dispatches dispatches = dispatches();
            BlobClaims claims = new BlobClaims(account.container("model-events"));
            return new EventHandler(allowed, claims, dispatches, new Retries(Retries.Pause.SLEEP));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private Dispatches dispatches() {
        if (repository == null) {
            return new PrintedDispatches(spec.commandLine().getOut());
        }
        String token = environment.getOrDefault("GITHUB_TOKEN", "");
        if (token.isBlank()) {
            throw new InputException("--repository %s needs a token in GITHUB_TOKEN".formatted(repository));
        }
        return new GitHub(
                new Rest("GitHub", github, Rest.client()), repository, Login.of(token), InstantSource.system());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException("--event %s cannot be read".formatted(file));
        }
    }
}
