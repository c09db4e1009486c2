package io.terralake.deployhook.database;

import java.util.Set;
import java.util.TreeSet;

/**
 * A user as the database has it.
 *
 * @param managed whether the hook made it, and so may change and remove it
 */
record ExistingUser(String name, String sid, boolean managed, Set<String> roles, Set<String> execute) {
    ExistingUser {
        roles = new TreeSet<>(roles);
        execute = new TreeSet<>(execute);
    }
}
