package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ModelEvents} has of its own in an environment.
 *
 * @param repository the repository of GitHub whose workflows start, {@code owner/name}; @default none, and no stack
 * @param gitHubApp the GitHub App that starts them; @default a token
 * @param tokenSecret the name of the secret in the vault with a fine-grained token, which may write the repository's contents;
 *     @default {@code github-token} when there is no app
 * @param experiments the experiments whose runs start workflows; @default all
 * @param runStates the states of runs that start workflows; @default {@code Completed} and {@code Failed}
 * @param training the folder of the lake whose files start workflows; @default none
 * @param senders programs that may send events over HTTP; @default none
 */
@RecordBuilder
@JsonClassDescription("what model-events has of its own")
public record ModelEventsSettings(
        @Nullable @Pattern(regexp = "^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9._-]{1,100}$")
        @JsonPropertyDescription("repository of GitHub whose workflows start, owner/name; default none, and no stack")
        String repository,

        @Nullable @JsonPropertyDescription("GitHub App that starts them; default a token")
        GitHubAppSettings gitHubApp,

        @Nullable @Pattern(regexp = "^[A-Za-z0-9-]{1,127}$") @JsonPropertyDescription(
                "secret in the vault with a fine-grained token; default github-token when there is no app")
        String tokenSecret,

        @Nullable @Size(min = 1, max = 100) @JsonPropertyDescription("experiments whose runs start workflows; default all")
        List<@Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$") String> experiments,

        @Nullable @Size(min = 1, max = 14) @JsonPropertyDescription("states of runs that start workflows; default Completed and Failed")
        List<@Pattern(regexp = "^[A-Za-z]{1,32}$") String> runStates,

        @Nullable @JsonPropertyDescription("folder of the lake whose files start workflows; default none")
        LakeFolderSettings training,

        @Nullable @Size(max = 50) @JsonPropertyDescription("programs that may send events over HTTP; default none")
        List<ServicePrincipalSettings> senders)
        implements Checked {

    /** States of jobs that mean something (Azure ML over ARM, JobStatus). */
    private static final Set<String> STATES = Set.of(
            "NotStarted",
            "Starting",
            "Provisioning",
            "Preparing",
            "Queued",
            "Running",
            "Finalizing",
            "CancelRequested",
            "Completed",
            "Failed",
            "Canceled",
            "NotResponding",
            "Paused",
            "Unknown");

    public ModelEventsSettings {
        experiments = experiments == null ? List.of() : List.copyOf(experiments);
        runStates = runStates == null ? List.of("Completed", "Failed") : List.copyOf(runStates);
        senders = senders == null ? List.of() : List.copyOf(senders);
        if (tokenSecret == null && gitHubApp == null) {
            tokenSecret = "github-token";
        }
    }

    @Override
    public void check(Problems problems) {
        if (gitHubApp != null && tokenSecret != null) {
            problems.add("/tokenSecret", "and gitHubApp are both there: one of them starts workflows");
        }
        ServicePrincipalSettings.checkDistinct(senders, "/senders", problems);
        for (int i = 0; i < runStates.size(); i++) {
            if (!STATES.contains(runStates.get(i))) {
                problems.add(
                        "/runStates/" + i,
                        "\"%s\" is no state of a run: one of %s"
                                .formatted(
                                        runStates.get(i),
                                        STATES.stream().sorted().toList()));
            }
        }
    }
}
