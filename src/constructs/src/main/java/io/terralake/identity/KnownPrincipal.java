package io.terralake.identity;

import io.terralake.azure.Guid;
import io.terralake.core.Tokens;
import java.util.Optional;
import java.util.regex.Pattern;

/** A principal whose object id is written down. */
record KnownPrincipal(String principalName, String principalId, PrincipalType type) implements Principal {
    private static final Pattern GUID = Pattern.compile(Guid.REGEX);

    KnownPrincipal {
        if (!Tokens.isIn(principalId) && !GUID.matcher(principalId).matches()) {
            throw new IllegalArgumentException(
                    "object id \"%s\" of principal \"%s\" is not a GUID such as 11111111-2222-3333-4444-555555555555"
                            .formatted(principalId, principalName));
        }
    }

    @Override
    public Optional<PrincipalType> principalType() {
        return Optional.of(type);
    }
}
