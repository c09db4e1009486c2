package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Region;
import io.terralake.declarations.RepositoryPath;
import io.terralake.settings.Checked;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.Problems;
import io.terralake.settings.SectionSettings;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link MlWorkspaces} has of its own in an environment.
 *
 * @param workspaces the workspaces, 1 to 10; @default one called {@code ml}
 * @param scientists groups of Entra that run jobs and deploy models in all of them; @default nobody
 * @param registrations the file with the datasets that the deploy hook registers in all of them, relative to the repository;
 *     @default none
 * @param newFiles the files that become datasets when they appear in the lake; @default none
 * @param registrars programs that may register datasets, beside the data factory; @default none
 */
@RecordBuilder
@JsonClassDescription("what ml-workspaces has of its own")
public record MlWorkspacesSettings(
        @Nullable @Size(min = 1, max = 10) @JsonPropertyDescription("workspaces of Azure ML; default one called ml")
        List<MlWorkspaceSettings> workspaces,

        @Nullable @Size(max = 100) @JsonPropertyDescription("groups of Entra that run jobs and deploy models; default nobody")
        List<GroupSettings> scientists,

        @Nullable @Size(max = 200) @JsonPropertyDescription("file with the datasets that the deploy hook registers; default none")
        String registrations,

        @Nullable @JsonPropertyDescription("files that become datasets when they appear in the lake; default none")
        NewFilesSettings newFiles,

        @Nullable @Size(max = 50) @JsonPropertyDescription("programs that may register datasets, beside the data factory; default none")
        List<ServicePrincipalSettings> registrars)
        implements Checked, SectionSettings {

    public MlWorkspacesSettings {
        workspaces = workspaces == null
                ? List.of(MlWorkspaceSettingsBuilder.builder().name("ml").build())
                : List.copyOf(workspaces);
        scientists = scientists == null ? List.of() : List.copyOf(scientists);
        registrars = registrars == null ? List.of() : List.copyOf(registrars);
    }

    /** Nodes are in the environment's network. */
    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        for (int i = 0; i < workspaces.size(); i++) {
            Region region = workspaces.get(i).region();
            if (workspaces.get(i).kubernetes() != null && region != null && region != settings.location()) {
                problems.add(
                        "/workspaces/%d/kubernetes".formatted(i),
                        "is not possible in %s: the network of its nodes is in %s"
                                .formatted(
                                        region.azureName(), settings.location().azureName()));
            }
        }
    }

    @Override
    public void check(Problems problems) {
        problems.addTwice("/workspaces", workspaces, MlWorkspaceSettings::name, "/name", "\"%s\"");
        GroupSettings.checkDistinct(scientists, "/scientists", problems);
        ServicePrincipalSettings.checkDistinct(registrars, "/registrars", problems);
        if (registrations != null && !RepositoryPath.matches(registrations)) {
            problems.add("/registrations", "\"%s\" is not allowed: %s".formatted(registrations, RepositoryPath.FORM));
        }
    }
}
