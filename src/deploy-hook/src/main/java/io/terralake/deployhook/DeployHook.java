package io.terralake.deployhook;

import com.azure.core.http.HttpClient;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.deployhook.database.Connections;
import io.terralake.deployhook.database.DatabaseWork;
import io.terralake.deployhook.database.Initialization;
import io.terralake.deployhook.endpoints.Approvals;
import io.terralake.deployhook.functions.PublishWork;
import io.terralake.deployhook.functions.Publishing;
import io.terralake.deployhook.functions.PublishingEndpoint;
import io.terralake.deployhook.report.Report;
import io.terralake.registration.Registration;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Problems;
import io.terralake.registration.report.Item;
import io.terralake.registration.secrets.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.LogManager;
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
        description =
                "Finishes what cdktf deploy began: approves private endpoints, migrates databases, makes their users,"
                        + " publishes functions, registers datasets.",
        footer = {
            "",
            "Login: ARM_ACCESS_TOKEN, else the environment, a managed or workload identity, or the Azure CLI;",
            "for local SQL servers TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD.",
            "Exit code: 0 all well, 1 something failed, 2 bad input and nothing done."
        })
public final class DeployHook implements Callable<Integer> {
    private static final Duration POLL = Duration.ofSeconds(3);

    /** What helps whoever runs the hook. */
    static final Advice ADVICE = new Advice("log in again", "run the hook again later");

    @Mixin
    InputOptions inputs = new InputOptions();

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    private final Map<String, String> environment;
    private final @Nullable Supplier<Arm> arm;
    private final Secrets secrets;

    /** @param arm null to reach ARM as the options say */
    DeployHook(Map<String, String> environment, @Nullable Supplier<Arm> arm, Secrets secrets) {
        this.environment = environment;
        this.arm = arm;
        this.secrets = secrets;
    }

    /**
     * Runs the hook and ends with its exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        // Drivers log to the terminal, past everything that keeps secrets.
        LogManager.getLogManager().reset();
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
        Secrets secrets = Secrets.of(environment, Login.SECRETS);
        try (PrintWriter safeOut = secrets.redacting(out);
                PrintWriter safeErr = secrets.redacting(err)) {
            return new CommandLine(new DeployHook(environment, arm, secrets))
                    .setOut(safeOut)
                    .setErr(safeErr)
                    .setExpandAtFiles(false)
                    .setParameterExceptionHandler((exception, given) -> {
                        safeErr.println("%s; --help lists the options".formatted(exception.getMessage()));
                        return CommandLine.ExitCode.USAGE;
                    })
                    .setExecutionExceptionHandler((exception, command, parsed) -> {
                        if (exception instanceof BadInputException) {
                            safeErr.println(exception.getMessage());
                            return CommandLine.ExitCode.USAGE;
                        }
                        exception.printStackTrace(safeErr);
                        return CommandLine.ExitCode.SOFTWARE;
                    })
                    .execute(arguments);
        }
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Login login = Login.of(environment, problems);
        options.check(problems);
        RunPlan plan = inputs.read(environment, problems);
        options.checkReport(inputs.files(plan), problems);
        Optional<Long> baseline = options.baseline(plan.databases(), problems);
        problems.throwIfAny();

        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(options.dryRun, run(plan, login, baseline, out)).with(secrets::redact);
        report.print(out);
        return write(report) && report.succeeded() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Item> run(RunPlan plan, Login login, Optional<Long> baseline, PrintWriter out) {
        Supplier<Arm> reached = new LazySupplier<>(arm == null ? () -> connect(login) : arm);
        Approvals approvals = new Approvals(reached, options.dryRun);
        Initialization initialization = new Initialization(
                new Connections(login.sqlUser(), login.sqlPassword(), Duration.ofSeconds(options.wait)),
                reached,
                new Initialization.Options(baseline, options.dryRun));
        Publishing publishing = new Publishing(
                reached,
                host -> PublishingEndpoint.connect(armOptions(login), host),
                new Publishing.Options(Duration.ofSeconds(options.wait), POLL, options.dryRun));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Item> items = new ArrayList<>();
        try (RunProgress progress = RunProgress.of(out, plan.size())) {
            for (PrivateEndpointApproval approval : plan.approvals()) {
                items.add(approvals.run(approval));
                progress.step();
            }
            for (DatabaseWork database : plan.databases()) {
                items.addAll(initialization.run(database));
                progress.step();
            }
            for (PublishWork functions : plan.packages()) {
                items.add(publishing.run(functions));
                progress.step();
            }
            for (RunPlan.AllowedRequest allowed : plan.requests()) {
                Registration.Options how = new Registration.Options(options.bound, options.newVersion, options.dryRun);
                items.addAll(new Registration(reached.get(), how)
                        .run(allowed.request(), allowed.workspaces(), now, progress::step));
            }
        }
        return items;
    }

    private boolean write(Report report) {
        if (options.report == null) {
            return true;
        }
        try {
            report.write(options.report);
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("--report %s: cannot be written: %s".formatted(options.report, e));
            return false;
        }
    }

    private Arm connect(Login login) {
        return AzureArm.connect(armOptions(login), HttpClient.createDefault());
    }

    private AzureArm.Options armOptions(Login login) {
        return AzureArm.Options.patient(options.armEndpoint, login.armToken(), ADVICE);
    }
}
