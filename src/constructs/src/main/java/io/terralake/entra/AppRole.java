package io.terralake.entra;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role of an {@link Application}.
 *
 * @param value what stands in the claim {@code roles} of tokens, such as {@code Cars.Read}: 1 to 120 letters, digits and {@code ._-}
 * @param displayName what people read, 1 to 100 characters; @default the value
 * @param description @default the display name
 * @param members who can have it; at least one kind
 */
public record AppRole(
        String value,
        @Nullable String displayName,
        @Nullable String description,
        Set<MemberType> members) {
    /** A part of what Microsoft Graph takes (type appRole), without what would need quoting somewhere. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}");

    private static final int LONGEST_DISPLAY_NAME = 100;

    /** @throws IllegalArgumentException when Entra would not accept the value or a text, or nobody can have the role */
    public AppRole {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "role \"%s\" is not allowed: 1 to 120 letters, digits and '._-', no dot first".formatted(value));
        }
        displayName = Objects.requireNonNullElse(displayName, value);
        description = Objects.requireNonNullElse(description, displayName);
        members = Set.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("role \"%s\" is for nobody: name the kinds of members".formatted(value));
        }
        if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY_NAME || description.isBlank()) {
            throw new IllegalArgumentException(
                    "role \"%s\": display name \"%s\" or description \"%s\" is not allowed: 1 to %d characters, and some text"
                            .formatted(value, displayName, description, LONGEST_DISPLAY_NAME));
        }
    }

    /** A role of programs, such as a workflow that calls a function. */
    public static AppRole ofPrograms(String value, String description) {
        return new AppRole(value, null, description, Set.of(MemberType.APPLICATION));
    }

    /** The role's id. It follows from the value, so that it is the same in every environment and on every plan. */
    String id() {
        return UUID.nameUUIDFromBytes(("terralake/app-role/" + value).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
