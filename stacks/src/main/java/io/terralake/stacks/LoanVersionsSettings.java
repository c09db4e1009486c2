package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.settings.Checked;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.Problems;
import io.terralake.settings.SectionSettings;
import io.terralake.sql.DatabaseSizing;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LoanVersions} has of its own in an environment.
 *
 * @param database what its database runs on and how long its backups are kept; @default serverless, pausing after an hour
 * @param readers names of groups in Databricks that may read the table in all its versions, and the reports; @default nobody but those of
 *     the whole catalog
 * @param runAs the application id of the service principal that its job runs as; @default whoever deploys
 */
@RecordBuilder
@JsonClassDescription("what loan-versions has of its own")
public record LoanVersionsSettings(
        @Nullable @JsonPropertyDescription("what the database runs on and how long its backups are kept")
        DatabaseSizing database,

        @Nullable @Size(max = UnityCatalogSettings.MOST_GROUPS) @JsonPropertyDescription("groups in Databricks that may read the table and the reports; default nobody")
        List<@Pattern(regexp = DatabricksPrincipal.REGEX) String> readers,

        @Nullable @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription(
                "application id of the service principal that the job runs as; default whoever deploys")
        String runAs)
        implements Checked, SectionSettings {

    public LoanVersionsSettings {
        database = database == null ? DatabaseSizing.builder().build() : database;
        readers = readers == null ? List.of() : List.copyOf(readers);
    }

    @Override
    public void check(Problems problems) {
        database.problems().forEach(problem -> problems.add("/database", problem));
    }

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        database.problems(settings.location()).forEach(problem -> problems.add("/database", problem));
    }
}
