package io.terralake.entra;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link Application}.
 *
 * @param displayName what people read, 1 to 256 characters; @default derived from the platform's name and the purpose
 * @param purpose what the application is for, in a derived name; @default {@code api}
 * @param identifierUri {@code api://…}; the tenant's policy says which it takes; @default {@code api://<client id>}
 * @param roles who may do what; @default none
 */
@RecordBuilder
public record ApplicationProps(
        @Nullable String displayName,
        @Nullable String purpose,
        @Nullable String identifierUri,
        @Nullable List<AppRole> roles) {
    private static final Pattern URI = Pattern.compile("api://[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*");

    /** Microsoft Graph, type application: {@code identifierUris}. */
    private static final int LONGEST_URI = 120;

    /** @throws IllegalArgumentException when the URI has another form, or two roles have one value */
    public ApplicationProps {
        purpose = purpose == null ? "api" : purpose;
        roles = roles == null ? List.of() : List.copyOf(roles);
        if (identifierUri != null
                && (identifierUri.length() > LONGEST_URI
                        || !URI.matcher(identifierUri).matches())) {
            throw new IllegalArgumentException(
                    "identifier URI \"%s\" is not allowed: api://<name>[/<name>…] of at most %d letters, digits and '._-'"
                            .formatted(identifierUri, LONGEST_URI));
        }
        Set<String> values = new HashSet<>();
        for (AppRole role : roles) {
            if (!values.add(role.value())) {
                throw new IllegalArgumentException("role \"%s\" is there twice".formatted(role.value()));
            }
        }
    }

    public static ApplicationPropsBuilder builder() {
        return ApplicationPropsBuilder.builder();
    }
}
