package io.terralake.deployhook;

import com.azure.core.http.HttpClient;
import io.terralake.deployhook.arm.Arm;
import io.terralake.deployhook.arm.AzureArm;
import io.terralake.deployhook.database.Connections;
import io.terralake.deployhook.database.Initialization;
import io.terralake.deployhook.datasets.AllowList;
import io.terralake.deployhook.datasets.Registration;
import io.terralake.deployhook.datasets.RegistrationRequest;
import io.terralake.deployhook.datasets.RequestReader;
import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Report;
import io.terralake.deployment.Database;
import io.terralake.deployment.DatasetRegistration;
import io.terralake.deployment.Deployment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    /** Set by the construct DeployHook, whose provisioner runs inside Terraform. */
    private static final String DEPLOYMENT = "TERRALAKE_DEPLOYMENT";

    /** The two things that the hook does. */
    enum Part {
        database,
        datasets
    }

    @Parameters(arity = "0..1", paramLabel = "OUTPUTS", description = "file of cdktf deploy --outputs-file")
    @Nullable Path outputs;

    @Option(names = "--stack", description = "only this stack of the outputs")
    @Nullable String stack;

    @Option(names = "--deployment", description = "a file with one declaration, as in the output deploy_hook")
    @Nullable Path deployment;

    @Option(names = "--request", description = "a file with a registration request of its own")
    @Nullable Path request;

    @Option(
            names = "--allow-workspace",
            paramLabel = "WORKSPACE",
            description = "name or id of a workspace that requests may name; repeatable")
    List<String> allowed = List.of();

    @Option(names = "--only", description = "only ${COMPLETION-CANDIDATES}")
    @Nullable Part only;

    @Option(names = "--dry-run", description = "says what would be done, in order, and changes nothing")
    boolean dryRun;

    @Option(names = "--new-version", description = "gives every dataset a version, changed or not")
    boolean newVersion;

    @Option(names = "--report", description = "writes the report as JSON to a file")
    @Nullable Path report;

    @Option(names = "--repository", defaultValue = ".", description = "what paths are relative to; default: here")
    Path repository = Path.of(".");

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
        this.arm = new Once<>(arm == null ? this::connect : arm);
    }

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
        Work work = work();
        Initialization initialization =
                new Initialization(Connections.from(environment, Duration.ofSeconds(wait)), arm, repository, dryRun);
        work.databases.forEach(initialization::check);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Item> items = new ArrayList<>();
        try (Progress progress = Progress.of(spec.commandLine().getOut(), work.size())) {
            for (Database database : work.databases) {
                items.addAll(initialization.run(database));
                progress.step();
            }
            for (Requested requested : work.requests) {
                items.addAll(new Registration(arm.get(), options())
                        .run(requested.request, requested.allowed, now, progress::step));
            }
        }
        Report result = new Report(dryRun, items);
        result.print(spec.commandLine().getOut());
        if (report != null) {
            result.write(report);
        }
        return result.succeeded() ? 0 : 1;
    }

    /** A request with the workspaces that it may name. */
    private record Requested(RegistrationRequest request, AllowList allowed) {}

    private record Work(List<Database> databases, List<Requested> requests) {
        long size() {
            return databases.size()
                    + requests.stream()
                            .mapToLong(requested -> (long) Math.max(
                                            1, requested.request.workspaces().size())
                                    * (requested.request.datastores().size()
                                            + requested.request.datasets().size()))
                            .sum();
        }
    }

    /** Everything that is asked for, read and checked before anything is done. */
    private Work work() throws IOException {
        if (bound < 1 || bound > 64) {
            throw new BadInputException("--bound %d is not allowed: 1 to 64".formatted(bound));
        }
        List<Database> databases = new ArrayList<>();
        List<Requested> requests = new ArrayList<>();
        for (Deployment declared : deployments()) {
            if (only != Part.datasets) {
                databases.addAll(Objects.requireNonNull(declared.databases()));
            }
            if (only != Part.database) {
                for (DatasetRegistration registration : Objects.requireNonNull(declared.registrations())) {
                    List<String> workspaces = new ArrayList<>(registration.workspaces());
                    workspaces.addAll(allowed);
                    requests.add(requested(repository.resolve(registration.request()), workspaces));
                }
            }
        }
        if (request != null && only != Part.database) {
            requests.add(requested(request, allowed));
        }
        return new Work(databases, requests);
    }

    private List<Deployment> deployments() {
        List<Deployment> deployments = new ArrayList<>();
        if (outputs != null) {
            deployments.addAll(Inputs.ofOutputs(outputs, stack));
        } else if (stack != null) {
            throw new BadInputException("--stack needs a file of outputs");
        }
        if (deployment != null) {
            deployments.add(Inputs.ofFile(deployment));
        }
        if (environment.containsKey(DEPLOYMENT)) {
            deployments.add(Inputs.ofText(DEPLOYMENT, environment.get(DEPLOYMENT)));
        }
        if (outputs == null && deployments.isEmpty() && request == null) {
            throw new BadInputException("nothing is asked for: name a file of outputs, --deployment or --request");
        }
        return deployments;
    }

    private static Requested requested(Path file, List<String> workspaces) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("%s: no such file".formatted(file));
        }
        RegistrationRequest request = RequestReader.read(file.toString(), Files.readString(file));
        AllowList allowed = new AllowList(workspaces);
        allowed.check(request);
        return new Requested(request, allowed);
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
