package io.terralake.deployhook;

import io.terralake.deployhook.input.BadInputException;
import com.azure.core.http.HttpClient;
import io.terralake.declarations.Database;
import io.terralake.deployhook.arm.Arm;
import io.terralake.deployhook.arm.AzureArm;
import io.terralake.deployhook.database.Connections;
import io.terralake.deployhook.database.Initialization;
import io.terralake.deployhook.datasets.Registration;
import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the hook. */
@Command(
        name = "deploy-hook",
        sortOptions = false,
        description = "Finishes what cdktf deploy began: migrates databases, makes their users, registers datasets.",
        footer = {
            "",
            "Login: ARM_ACCESS_TOKEN, else the environment, a managed or workload identity, or the Azure CLI;",
            "for local SQL servers TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD.",
            "Exit code: 0 all well, 1 something failed, 2 bad input and nothing done."
        })
public final class DeployHook implements Callable<Integer> {
    @Mixin
    InputOptions inputs = new InputOptions();

    @Option(names = "--dry-run", description = "says what would be done, in order, and changes nothing")
    boolean dryRun;

    @Option(names = "--new-version", description = "gives every dataset a version, changed or not")
    boolean newVersion;

    @Option(names = "--report", description = "writes the report as JSON to a file")
    @Nullable Path report;

    @Option(names = "--bound", defaultValue = "16", description = "how many calls at once, 1 to 64; default: 16")
    int bound = Registration.Options.BOUND;

    @Option(
            names = "--wait",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "how long a paused database is waited for; default: 300")
    int wait = 300;

    @Option(names = "--arm-endpoint", description = "address of ARM in a sovereign cloud or behind a private link")
    @Nullable String armEndpoint;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    private final Map<String, String> environment;
    private final Supplier<Arm> arm;

    /** @param arm null to reach ARM as the options say */
    DeployHook(Map<String, String> environment, @Nullable Supplier<Arm> arm) {
        this.environment = environment;
        this.arm = new LazySupplier<>(arm == null ? this::connect : arm);
    }

    /**
     * Runs the hook and ends with its exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(run(
                System.getenv(),
                null,
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                arguments));
    }

    static int run(
            Map<String, String> environment,
            @Nullable Supplier<Arm> arm,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        return new CommandLine(new DeployHook(environment, arm))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof BadInputException) {
                        command.getErr().println(exception.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    throw exception;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (bound < 1 || bound > 64) {
            throw new BadInputException("--bound %d is not allowed: 1 to 64".formatted(bound));
        }
        RunPlan plan = inputs.read(environment);
        Initialization initialization = new Initialization(
                Connections.from(environment, Duration.ofSeconds(wait)), arm, inputs.repository, dryRun);
        plan.databases().forEach(initialization::check);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Item> items = new ArrayList<>();
        try (RunProgress progress = RunProgress.of(spec.commandLine().getOut(), plan.size())) {
            for (Database database : plan.databases()) {
                items.addAll(initialization.run(database));
                progress.step();
            }
            for (RunPlan.AllowedRequest allowed : plan.requests()) {
                items.addAll(new Registration(arm.get(), options())
                        .run(allowed.request(), allowed.workspaces(), now, progress::step));
            }
        }
        Report result = new Report(dryRun, items);
        result.print(spec.commandLine().getOut());
        if (report != null) {
            result.write(report);
        }
        return result.succeeded() ? 0 : 1;
    }

    private Registration.Options options() {
        return new Registration.Options(bound, newVersion, dryRun);
    }

    private Arm connect() {
        AzureArm.Options standard = AzureArm.Options.DEFAULT;
        return AzureArm.connect(
                new AzureArm.Options(
                        armEndpoint, environment.get("ARM_ACCESS_TOKEN"), standard.firstDelay(), standard.tries()),
                HttpClient.createDefault());
    }
}
