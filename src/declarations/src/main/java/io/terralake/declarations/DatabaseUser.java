package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user of a database: an Entra group, an Entra user, or the system-assigned identity of a resource.
 *
 * @param name the user's name in the database
 * @param objectId the object id of a group or user; null for an identity
 * @param group whether the object id is that of a group
 * @param identityOf the Azure id of the resource whose identity it is; its client id, which databases know identities
 *     by, is asked of ARM, so that nobody needs a directory permission. Null for groups and users.
 * @param roles the database roles that it is a member of, such as {@code db_datareader}
 * @param execute the procedures that it may call, such as {@code [dbo].[usp_UpdateWatermark]}
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record DatabaseUser(
        String name,
        @Nullable String objectId,
        boolean group,
        @Nullable String identityOf,
        @Nullable List<String> roles,
        @Nullable List<String> execute) {
    /** The form of a user's name; SQL Server's have 128 characters at most. */
    public static final String NAME_REGEX = "[^\\p{Cntrl}]{1,128}";

    /** What {@link #NAME_REGEX} says, for messages. */
    public static final String NAME_FORM = "1 to 128 characters, without control characters";

    /**
     * Refuses a user that nothing identifies, or two things do.
     *
     * @param name not null
     * @param objectId given when {@code identityOf} is not
     * @param group true only with an object id
     * @param identityOf given when {@code objectId} is not
     * @param roles null counts as none
     * @param execute null counts as none
     * @throws NullPointerException when the name is missing
     * @throws IllegalArgumentException when not exactly one of {@code objectId} and {@code identityOf} is given
     */
    public DatabaseUser {
        Objects.requireNonNull(name, "\"name\" is missing");
        if ((objectId == null) == (identityOf == null)) {
            throw new IllegalArgumentException("user \"%s\" needs one of objectId and identityOf".formatted(name));
        }
        roles = roles == null ? List.of() : List.copyOf(roles);
        execute = execute == null ? List.of() : List.copyOf(execute);
    }
}
