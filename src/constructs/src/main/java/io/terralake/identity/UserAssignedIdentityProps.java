package io.terralake.identity;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link UserAssignedIdentity}.
 *
 * @param name its name, 3 to 128 characters; @default derived from the platform's, with {@code purpose} in it
 * @param purpose what it is for, such as {@code cmk}
 */
@RecordBuilder
public record UserAssignedIdentityProps(@Nullable String name, String purpose) {

    public static UserAssignedIdentityPropsBuilder builder() {
        return UserAssignedIdentityPropsBuilder.builder();
    }
}
