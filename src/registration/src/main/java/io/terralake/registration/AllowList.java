package io.terralake.registration;

import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /**
     * Checks a request before anything is done.
     *
     * @param request what is asked for
     * @throws BadInputException when it names a workspace that is not allowed, or none where ids do not say which
     */
    public void check(RegistrationRequest request) {
        workspacesOf(request);
    }

    /**
     * The workspaces of a request.
     *
     * @throws BadInputException when it names one that is not allowed, or none where ids do not say which
     */
    List<Workspace> workspacesOf(RegistrationRequest request) {
        if (request.workspaces().isEmpty()) {
            List<Workspace> declared = entries.stream()
                    .map(ID::matcher)
                    .filter(Matcher::matches)
                    .map(id -> new Workspace(id.group(3), id.group(1), id.group(2)))
                    .toList();
            if (declared.isEmpty()) {
                throw new BadInputException("the request names no workspace_definition, and no workspace is declared");
            }
            return declared;
        }
        List<String> refused = new ArrayList<>();
        for (Workspace workspace : request.workspaces()) {
            if (!entries.contains(workspace.id()) && !entries.contains(workspace.name())) {
                refused.add(
                        "workspace \"%s\" is not allowed: the deployment declares %s; --allow-workspace %s would allow it"
                                .formatted(
                                        workspace.id(),
                                        entries,
                                        workspace.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (!refused.isEmpty()) {
            throw new BadInputException(refused);
        }
        return request.workspaces();
    }
}
