package io.terralake.deployhook.database;

import java.util.Set;
import java.util.TreeSet;

/**
 * A user as a deployment declares it.
 *
 * @param sid as a literal such as {@code 0x…}
 * @param group whether it is an Entra group
 */
record WantedUser(String name, String sid, boolean group, Set<String> roles, Set<String> execute) {
    WantedUser {
        roles = sorted(roles);
        execute = sorted(execute);
    }

    private static Set<String> sorted(Set<String> names) {
        Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(names);
        return sorted;
    }
}
