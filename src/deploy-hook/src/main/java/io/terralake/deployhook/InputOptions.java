package io.terralake.deployhook;

import io.terralake.deployhook.input.BadInputException;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.declarations.HookDeclaration;
import io.terralake.deployhook.RunPlan.AllowedRequest;
import io.terralake.deployhook.datasets.AllowList;
import io.terralake.deployhook.datasets.RegistrationRequest;
import io.terralake.deployhook.datasets.RequestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what is to be done. */
final class InputOptions {
    /** Set by the provisioner of the construct that runs the hook inside Terraform. */
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

    @Option(names = "--repository", defaultValue = ".", description = "what paths are relative to; default: here")
    Path repository = Path.of(".");

    InputOptions() {}

    /**
     * Reads and checks everything that is asked for, before anything is done.
     *
     * @throws BadInputException with what is wrong
     */
    RunPlan read(Map<String, String> environment) throws IOException {
        List<Database> databases = new ArrayList<>();
        List<AllowedRequest> requests = new ArrayList<>();
        for (HookDeclaration declaration : declarations(environment)) {
            if (only != Part.datasets) {
                databases.addAll(Objects.requireNonNull(declaration.databases()));
            }
            if (only != Part.database) {
                for (DatasetRegistration registration : Objects.requireNonNull(declaration.registrations())) {
                    List<String> workspaces = new ArrayList<>(Objects.requireNonNull(registration.workspaces()));
                    workspaces.addAll(allowed);
                    requests.add(allowedRequest(repository.resolve(registration.request()), workspaces));
                }
            }
        }
        if (request != null && only != Part.database) {
            requests.add(allowedRequest(request, allowed));
        }
        return new RunPlan(databases, requests);
    }

    private List<HookDeclaration> declarations(Map<String, String> environment) {
        List<HookDeclaration> declarations = new ArrayList<>();
        if (outputs != null) {
            declarations.addAll(DeclarationReader.ofOutputs(outputs, stack));
        } else if (stack != null) {
            throw new BadInputException("--stack needs a file of outputs");
        }
        if (deployment != null) {
            declarations.add(DeclarationReader.ofFile(deployment));
        }
        if (environment.containsKey(DEPLOYMENT)) {
            declarations.add(DeclarationReader.ofText(DEPLOYMENT, environment.get(DEPLOYMENT)));
        }
        if (outputs == null && declarations.isEmpty() && request == null) {
            throw new BadInputException("nothing is asked for: name a file of outputs, --deployment or --request");
        }
        return declarations;
    }

    private static AllowedRequest allowedRequest(Path file, List<String> workspaces) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("%s: no such file".formatted(file));
        }
        RegistrationRequest request = RequestReader.read(file.toString(), Files.readString(file));
        AllowList allowed = new AllowList(workspaces);
        allowed.check(request);
        return new AllowedRequest(request, allowed);
    }
}
