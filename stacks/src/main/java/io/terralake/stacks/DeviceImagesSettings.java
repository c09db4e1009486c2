package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.Problems;
import io.terralake.settings.SectionSettings;
import io.terralake.sql.DatabaseSizing;
import io.terralake.storage.Replication;
import io.terralake.storage.Tiering;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DeviceImages} has of its own in an environment.
 *
 * @param replication copies of the images; @default {@link Replication#LRS}
 * @param tiering when images move to cheaper tiers and are deleted; @default never
 * @param database what the database runs on and how long its backups are kept; @default serverless, pausing after an hour
 * @param uploaders groups of Entra whose members upload images; @default nobody
 * @param onlineEndpoint who scores an image; @default its sum of pixels is its score
 */
@RecordBuilder
@JsonClassDescription("what device-images has of its own")
public record DeviceImagesSettings(
        @Nullable @JsonPropertyDescription("copies of the images: LRS (default), ZRS, GRS, RAGRS, GZRS, RAGZRS")
        Replication replication,

        @Nullable @JsonPropertyDescription("when images move to cheaper tiers and are deleted; default never")
        Tiering tiering,

        @Nullable @JsonPropertyDescription("what the database runs on and how long its backups are kept")
        DatabaseSizing database,

        @Nullable @Size(max = 100) @JsonPropertyDescription("groups of Entra whose members upload images; default nobody")
        List<GroupSettings> uploaders,

        @Nullable @JsonPropertyDescription("online endpoint of Azure ML that scores an image; default its sum of pixels")
        OnlineEndpointSettings onlineEndpoint)
        implements Checked, SectionSettings {

    public DeviceImagesSettings {
        replication = replication == null ? Replication.LRS : replication;
        tiering = tiering == null ? Tiering.NONE : tiering;
        database = database == null ? DatabaseSizing.builder().build() : database;
        uploaders = uploaders == null ? List.of() : List.copyOf(uploaders);
    }

    @Override
    public void check(Problems problems) {
        tiering.problems(replication).forEach(problem -> problems.add("/tiering", problem));
        database.problems().forEach(problem -> problems.add("/database", problem));
        GroupSettings.checkDistinct(uploaders, "/uploaders", problems);
    }

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        replication.problem(settings.location()).ifPresent(problem -> problems.add("/replication", problem));
        database.problems(settings.location()).forEach(problem -> problems.add("/database", problem));
    }
}
