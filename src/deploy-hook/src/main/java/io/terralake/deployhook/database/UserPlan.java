package io.terralake.deployhook.database;

import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to make the users of a database those that are declared: exactly their roles and procedures, no more. Users
 * that the hook made and that are declared no longer go; users that somebody else made stay as they are.
 *
 * @param statements T-SQL, in order
 * @param items a line for each user, with its statements
 */
record UserPlan(List<String> statements, List<Item> items) {
    /** The name of the extended property that marks the users which the hook made. */
    static final String MARK = "terralake";

    static UserPlan of(String target, List<WantedUser> wanted, List<ExistingUser> existing) {
        Map<String, ExistingUser> known =
                existing.stream().collect(Collectors.toMap(ExistingUser::name, Function.identity()));
        List<String> statements = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Set<String> names = wanted.stream().map(WantedUser::name).collect(Collectors.toSet());
        for (ExistingUser user : existing) {
            if (user.managed() && !names.contains(user.name())) {
                String drop = "DROP USER %s;".formatted(quoted(user.name()));
                statements.add(drop);
                items.add(new Item(target, "user", user.name(), Outcome.REMOVED, drop));
            }
        }
        for (WantedUser user : wanted) {
            items.add(plan(target, user, known.get(user.name()), statements));
        }
        return new UserPlan(List.copyOf(statements), List.copyOf(items));
    }

    private static Item plan(String target, WantedUser user, @Nullable ExistingUser found, List<String> statements) {
        if (found != null && !found.managed()) {
            return new Item(
                    target,
                    "user",
                    user.name(),
                    Outcome.FAILED,
                    "a user of that name exists that the hook did not make: drop it, and run the hook again");
        }
        List<String> changes = new ArrayList<>();
        boolean anew = found == null || !found.sid().equalsIgnoreCase(user.sid());
        if (anew) {
            if (found != null) {
                // The identity was deleted and made again under its name.
                changes.add("DROP USER %s;".formatted(quoted(user.name())));
            }
            changes.add("CREATE USER %s WITH SID = %s, TYPE = %s;"
                    .formatted(quoted(user.name()), user.sid(), user.group() ? "X" : "E"));
            changes.add(("EXECUTE sys.sp_addextendedproperty @name = N'%s', @value = N'made by the deploy hook',"
                            + " @level0type = N'USER', @level0name = %s;")
                    .formatted(MARK, literal(user.name())));
        }
        Set<String> hadRoles = anew ? Set.of() : found.roles();
        Set<String> hadExecute = anew ? Set.of() : found.execute();
        minus(hadRoles, user.roles())
                .forEach(role ->
                        changes.add("ALTER ROLE %s DROP MEMBER %s;".formatted(quoted(role), quoted(user.name()))));
        minus(user.roles(), hadRoles)
                .forEach(role ->
                        changes.add("ALTER ROLE %s ADD MEMBER %s;".formatted(quoted(role), quoted(user.name()))));
        minus(hadExecute, user.execute())
                .forEach(procedure ->
                        changes.add("REVOKE EXECUTE ON %s FROM %s;".formatted(procedure, quoted(user.name()))));
        minus(user.execute(), hadExecute)
                .forEach(procedure ->
                        changes.add("GRANT EXECUTE ON %s TO %s;".formatted(procedure, quoted(user.name()))));
        statements.addAll(changes);
        Outcome outcome = changes.isEmpty() ? Outcome.UNCHANGED : found == null ? Outcome.CREATED : Outcome.UPDATED;
        return new Item(target, "user", user.name(), outcome, changes.isEmpty() ? null : String.join("\n", changes));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** A name as T-SQL writes it, whatever is in it. */
    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
