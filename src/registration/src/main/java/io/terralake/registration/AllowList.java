package io.terralake.registration;

import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The workspaces that may be written to. */
public final class AllowList {
    private static final Pattern ID = Pattern.compile(
            "(?i)/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\\.MachineLearningServices/workspaces/([^/]+)");

    /** What an entry may look like: an id, or a name. */
    public static final Form FORM = value -> value.startsWith("/")
            ? Forms.azureId("Microsoft.MachineLearningServices/workspaces").problem(value)
            : Forms.ML_WORKSPACE.problem(value);

    private final Set<String> entries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Allows workspaces by id or by name; case does not matter.
     *
     * @param entries Azure ids, or names of workspaces wherever they are
     */
    public AllowList(List<String> entries) {
        this.entries.addAll(entries);
    }

    /** What is allowed, as it was given. */
    public Set<String> entries() {
        return Collections.unmodifiableSet(entries);
    }

    /** The workspaces of a request that are not allowed. */
    public List<Workspace> refused(RegistrationRequest request) {
        return request.workspaces().stream()
                .filter(workspace -> !entries.contains(workspace.id()) && !entries.contains(workspace.name()))
                .toList();
    }

    /**
     * The workspaces of a request; where it names none, all that ids allow.
     *
     * @throws BadInputException when it names one that is not allowed, or none where ids do not say which
     */
    public List<Workspace> workspacesOf(RegistrationRequest request) {
        List<Workspace> refused = refused(request);
        if (!refused.isEmpty()) {
            throw new BadInputException(refused.stream()
                    .map(workspace ->
                            "workspace \"%s\" is not allowed, there are %s".formatted(workspace.id(), entries))
                    .toList());
        }
        List<Workspace> named = request.workspaces().isEmpty()
                ? entries.stream()
                        .map(ID::matcher)
                        .filter(Matcher::matches)
                        .map(id -> new Workspace(id.group(3), id.group(1), id.group(2)))
                        .toList()
                : request.workspaces();
        if (named.isEmpty()) {
            throw new BadInputException("the request names no workspace_definition, and no workspace is declared");
        }
        return named;
    }
}
