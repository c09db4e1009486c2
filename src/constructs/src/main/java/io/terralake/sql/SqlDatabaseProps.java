package io.terralake.sql;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlDatabase}.
 *
 * @param server the server that it is on; may be in another stack
 * @param name the database's name, 1 to 128 characters
 * @param sizing what it runs on; @default serverless, pausing after an hour
 * @param migrations the folder of the Flyway scripts that the deploy hook runs, relative to the repository, such as
 *     {@code stacks/loan-versions/sql}; @default none
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record SqlDatabaseProps(
        ISqlServer server,
        String name,
        @Nullable DatabaseSizing sizing,
        @Nullable String migrations,
        @Nullable RemovalPolicy removalPolicy) {

    public SqlDatabaseProps {
        sizing = sizing == null ? DatabaseSizing.builder().build() : sizing;
    }

    public static SqlDatabasePropsBuilder builder() {
        return SqlDatabasePropsBuilder.builder();
    }
}
