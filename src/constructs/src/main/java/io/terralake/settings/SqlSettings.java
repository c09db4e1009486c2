package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.sql.DatabaseSizing;
import org.jspecify.annotations.Nullable;

/**
 * SQL server and databases.
 *
 * @param administrators the Entra group that administers the server; @default whoever runs Terraform
 * @param databases what databases run on; @default serverless, pausing after an hour
 */
@RecordBuilder
public record SqlSettings(
        @Nullable @JsonPropertyDescription("Entra group that administers the server, else whoever runs Terraform")
        GroupSettings administrators,

        @Nullable @JsonPropertyDescription("what databases run on and how long their backups are kept")
        DatabaseSizing databases)
        implements Checked {

    public SqlSettings {
        databases = databases == null ? DatabaseSizing.builder().build() : databases;
    }

    @Override
    public void check(Problems problems) {
        databases.problems().forEach(problem -> problems.add("/databases", problem));
    }
}
