package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database.
 *
 * @param server the host of its server
 * @param database its name
 * @param migrations the folder of its Flyway scripts, relative to the repository; null for none
 * @param users who may do what in it; users that an earlier deployment made and that are missing here lose their access
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Database(
        String server,
        String database,
        @Nullable String migrations,
        @Nullable List<DatabaseUser> users) {
    /** The characters of a name: Azure's rule, without those that separate and quote in connection strings and T-SQL. */
    public static final String NAME_REGEX = "(?i)(?!(master|model|msdb|tempdb)$)"
            + "[^<>*%&:\\\\/?;={}\\[\\]'\"\\p{Cntrl}]*[^<>*%&:\\\\/?;={}\\[\\]'\"\\p{Cntrl}.\\s]";

    /** What {@link #NAME_REGEX} says, for messages. */
    public static final String NAME_CHARACTERS =
            "none of <>*%&:\\/?;={}[]'\", no dot or space at the end, and not that of a system database";

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 128;

    /**
     * Refuses a database without server or name.
     *
     * @param server not null
     * @param database not null
     * @param migrations null for none
     * @param users null counts as none
     * @throws NullPointerException when server or name is missing
     */
    public Database {
        Objects.requireNonNull(server, "\"server\" is missing");
        Objects.requireNonNull(database, "\"database\" is missing");
        users = users == null ? List.of() : List.copyOf(users);
    }
}
