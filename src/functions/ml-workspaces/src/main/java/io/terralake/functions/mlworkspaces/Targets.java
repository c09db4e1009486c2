package io.terralake.functions.mlworkspaces;

import io.terralake.functions.http.Mistake;
import io.terralake.functions.http.ProblemException;
import io.terralake.registration.AllowList;
import io.terralake.registration.RegistrationRequest;
import io.terralake.registration.RegistrationRequest.Datastore;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where callers may register, and what. */
public final class Targets {
    private static final String WORKSPACES = "REGISTRATION_WORKSPACES";
    private static final String ACCOUNTS = "REGISTRATION_STORAGE_ACCOUNTS";

    private final AllowList workspaces;
    private final Set<String> accounts;

    private Targets(AllowList workspaces, Set<String> accounts) {
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    /**
     * Targets as app settings name them.
     *
     * @param workspaces Azure ids, separated by commas
     * @param accounts names of storage accounts, separated by commas
     * @return at least one of each
     * @throws IllegalArgumentException when an entry is none, or there is none
     */
    public static Targets of(String workspaces, String accounts) {
        return new Targets(
                new AllowList(
                        entries(WORKSPACES, workspaces, Forms.azureId("Microsoft.MachineLearningServices/workspaces"))),
                new TreeSet<>(entries(ACCOUNTS, accounts, Forms.STORAGE_ACCOUNT)));
    }

    private static List<String> entries(String setting, String text, Form form) {
        List<String> entries = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("the app setting %s names nothing".formatted(setting));
        }
        for (String entry : entries) {
            form.problem(entry).ifPresent(problem -> {
                throw new IllegalArgumentException("the app setting %s: %s".formatted(setting, problem));
            });
        }
        return entries;
    }

    AllowList workspaces() {
        return workspaces;
    }

    /** @throws ProblemException for what is not allowed, each with its JSON pointer */
    void check(Submission submission) {
        RegistrationRequest request = submission.request();
        List<Mistake> refused = new ArrayList<>();
        for (Workspace workspace : workspaces.refused(request)) {
            refused.add(new Mistake(
                    submission.pointer(
                            Submission.WORKSPACES, request.workspaces().indexOf(workspace)),
                    "workspace \"%s\" is not allowed, there are %s".formatted(workspace.id(), workspaces.entries())));
        }
        for (int i = 0; i < request.datastores().size(); i++) {
            Datastore datastore = request.datastores().get(i);
            if (!accounts.contains(datastore.account())) {
                refused.add(new Mistake(
                        submission.pointer(Submission.DATASTORES, i) + "/account_name",
                        "storage account \"%s\" is not allowed, there are %s"
                                .formatted(datastore.account(), accounts)));
            }
        }
        if (!refused.isEmpty()) {
            throw ProblemException.forbidden("the body names targets that are not allowed", refused);
        }
    }
}
