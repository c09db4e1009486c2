package io.terralake.deployhook;

import io.terralake.declarations.DatasetRegistration;
import io.terralake.declarations.FunctionPackage;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.deployhook.RunPlan.AllowedRequest;
import io.terralake.deployhook.database.DatabaseWork;
import io.terralake.deployhook.functions.PackageFile;
import io.terralake.deployhook.functions.PublishWork;
import io.terralake.deployhook.input.TextFile;
import io.terralake.registration.AllowList;
import io.terralake.registration.RegistrationRequest;
import io.terralake.registration.RequestReader;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what is to be done. */
final class InputOptions {
    /** Set by the provisioner of the construct that runs the hook inside Terraform. */
    private static final String DEPLOYMENT = "TERRALAKE_DEPLOYMENT";

    /** The things that the hook does. */
    enum Part {
        endpoints,
        database,
        functions,
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

    @Option(names = "--repository", defaultValue = ".", description = "what paths are relative to; default: here")
    Path repository = Path.of(".");

    private final List<Path> declaredRequests = new ArrayList<>();

    InputOptions() {}

    /** The files that were read, for whoever is about to write one. */
    List<Path> files(RunPlan plan) {
        Stream<Path> scripts = plan.databases().stream()
                .flatMap(work -> Stream.ofNullable(work.scripts()))
                .flatMap(found ->
                        found.scripts().stream().map(script -> found.folder().resolve(script.name())));
        return Stream.of(
                        Stream.of(outputs, deployment, request).filter(file -> file != null),
                        declaredRequests.stream(),
                        scripts)
                .flatMap(files -> files)
                .toList();
    }

    /** Reads and checks everything that is asked for, before anything is done; what is wrong is in the problems. */
    RunPlan read(Map<String, String> environment, Problems problems) {
        allowed.forEach(workspace ->
                AllowList.FORM.problem(workspace).ifPresent(problem -> problems.add("--allow-workspace " + problem)));
        if (!Files.isDirectory(repository)) {
            problems.add("--repository %s: no such folder".formatted(repository));
        }
        DatabaseMerge databases = new DatabaseMerge();
        List<AllowedRequest> requests = new ArrayList<>();
        List<PrivateEndpointApproval> approvals = new ArrayList<>();
        List<PublishWork> packages = new ArrayList<>();
        for (Declared declared : declared(environment, problems)) {
            if (does(Part.endpoints)) {
                approvals.addAll(declared.declaration().privateEndpointApprovals());
            }
            if (does(Part.database)) {
                databases.add(declared);
            }
            if (does(Part.functions)) {
                for (FunctionPackage one : declared.declaration().functionPackages()) {
                    problems.attempt(() -> PackageFile.read(repository.resolve(one.file())))
                            .ifPresent(file -> packages.add(new PublishWork(one.app(), file)));
                }
            }
            if (does(Part.datasets)) {
                for (DatasetRegistration registration : declared.declaration().registrations()) {
                    List<String> workspaces = new ArrayList<>(registration.workspaces());
                    workspaces.addAll(allowed);
                    Path file = repository.resolve(registration.request());
                    declaredRequests.add(file);
                    problems.attempt(() -> allowedRequest(file, workspaces)).ifPresent(requests::add);
                }
            }
        }
        Path own = request;
        if (own != null && does(Part.datasets)) {
            problems.attempt(() -> allowedRequest(own, allowed)).ifPresent(requests::add);
        }
        List<DatabaseWork> work = databases.work(repository, problems);
        return new RunPlan(List.copyOf(approvals), work, packages, requests);
    }

    private boolean does(Part part) {
        return only == null || only == part;
    }

    private List<Declared> declared(Map<String, String> environment, Problems problems) {
        List<Declared> declared = new ArrayList<>();
        Path outputs = this.outputs;
        Path deployment = this.deployment;
        String passedOn = environment.get(DEPLOYMENT);
        if (outputs != null) {
            problems.attempt(() -> DeclarationReader.ofOutputs(outputs, stack, problems))
                    .ifPresent(declared::addAll);
        } else if (stack != null) {
            problems.add("--stack needs a file of outputs");
        }
        if (deployment != null) {
            add(() -> DeclarationReader.ofFile(deployment, problems), problems, declared);
        }
        if (passedOn != null) {
            add(() -> DeclarationReader.ofText(DEPLOYMENT, passedOn, problems), problems, declared);
        }
        if (outputs == null && stack == null && deployment == null && passedOn == null && request == null) {
            problems.add("nothing is asked for: name a file of outputs, --deployment or --request");
        }
        return declared;
    }

    private static void add(Supplier<Declared> reader, Problems problems, List<Declared> declared) {
        problems.attempt(reader).ifPresent(declared::add);
    }

    /** @throws BadInputException when the request is malformed, or names a workspace that is not allowed */
    private static AllowedRequest allowedRequest(Path file, List<String> workspaces) {
        RegistrationRequest request = RequestReader.read(file.toString(), TextFile.read(file));
        AllowList allowed = new AllowList(workspaces);
        List<String> refused = allowed.refused(request).stream()
                .map(workspace ->
                        "workspace \"%s\" is not allowed: the deployment declares %s; --allow-workspace %s would allow it"
                                .formatted(
                                        workspace.id(),
                                        allowed.entries(),
                                        workspace.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!refused.isEmpty()) {
            throw new BadInputException(refused);
        }
        allowed.workspacesOf(request);
        return new AllowedRequest(request, allowed);
    }
}
