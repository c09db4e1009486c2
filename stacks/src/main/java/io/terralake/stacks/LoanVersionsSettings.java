package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.Problems;
import io.terralake.settings.SectionSettings;
import io.terralake.sql.DatabaseSizing;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LoanVersions} has of its own in an environment.
 *
 * @param database what its database runs on and how long its backups are kept; @default serverless, pausing after an hour
 */
@RecordBuilder
@JsonClassDescription("what loan-versions has of its own")
public record LoanVersionsSettings(
        @Nullable @JsonPropertyDescription("what the database runs on and how long its backups are kept")
        DatabaseSizing database)
        implements Checked, SectionSettings {

    public LoanVersionsSettings {
        database = database == null ? DatabaseSizing.builder().build() : database;
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
