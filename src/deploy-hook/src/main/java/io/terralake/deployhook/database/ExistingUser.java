package io.terralake.deployhook.database;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user, or something else that takes its name, as the database has it.
 *
 * @param entra whether it is an identity, a user or a group of Entra ID
 * @param owner the stack that the hook made it for, and that may change and remove it; null when somebody else made it
 * @param roles the roles that it is a member of
 * @param rights the rights that it was given itself, without that to connect
 * @param owns what it owns, and cannot be dropped without, such as {@code schema [x]}
 * @param unknown rights that the hook cannot write down
 */
record ExistingUser(
        String name,
        String sid,
        boolean entra,
        @Nullable String owner,
        Set<String> roles,
        List<Right> rights,
        List<String> owns,
        List<String> unknown) {
    ExistingUser {
        TreeSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(roles);
        roles = sorted;
        rights = List.copyOf(rights);
        owns = List.copyOf(owns);
        unknown = List.copyOf(unknown);
    }
}
