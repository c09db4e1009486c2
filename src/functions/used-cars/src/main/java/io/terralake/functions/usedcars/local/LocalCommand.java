package io.terralake.functions.usedcars.local;

import io.terralake.functions.usedcars.Api;
import io.terralake.functions.usedcars.Page;
import io.terralake.functions.usedcars.SignIn;
import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the listings of a silver table in a browser, on this machine only, until it is ended. */
@Command(
        name = "used-cars",
        sortOptions = false,
        description = "Serves the page and the API of used cars on 127.0.0.1, over a silver table.")
final class LocalCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(names = "--silver", required = true, description = "Delta table of listings, as the job used-cars makes it")
    Path silver = Path.of("silver");

    @Option(names = "--port", defaultValue = "8080", description = "0 for any that is free; default: ${DEFAULT-VALUE}")
    int port;

    @Spec
    CommandSpec spec;

    private LocalCommand() {}

    /**
     * Serves until the process ends.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
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
    public Integer call() throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InputException("--port %d is not allowed: 0 to %d".formatted(port, HIGHEST_PORT));
        }
        SilverTable table = new SilverTable(silver);
        table.check();
        LocalServer server = new LocalServer(port, new Api(new SilverStore(table)), new Page(SignIn.NONE));
        spec.commandLine().getOut().println(server.page());
        return 0;
    }
}
