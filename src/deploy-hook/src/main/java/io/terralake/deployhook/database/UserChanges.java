package io.terralake.deployhook.database;

import io.terralake.deployhook.database.UserPlan.Change;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change single users of a stack.
 *
 * @param target the database, for the items
 * @param owner the stack
 */
record UserChanges(String target, String owner) {

    /** Drops a user, with the rights that it handed on. */
    Change drop(ExistingUser user) {
        Optional<String> obstacle = obstacle(user);
        if (obstacle.isPresent()) {
            return failed(user.name(), obstacle.get());
        }
        List<String> statements = drops(user);
        return new Change(item(user.name(), Outcome.REMOVED, String.join("\n", statements)), statements);
    }

    /**
     * Makes a user what it is declared to be.
     *
     * @param found what has its name; null for nothing
     * @param others everything that is in the database when it is its turn
     */
    Change make(WantedUser user, @Nullable ExistingUser found, List<ExistingUser> others) {
        if (found != null && found.owner() == null) {
            return failed(
                    user.name(),
                    "%s of that name exists that the hook did not make: drop it, and run the hook again"
                            .formatted(found.entra() ? "a user" : "a user or role"));
        }
        if (found != null && !owner.equals(found.owner())) {
            return failed(
                    user.name(),
                    "it belongs to the stack \"%s\": grant what it needs there, or give it up there first"
                            .formatted(found.owner()));
        }
        Optional<ExistingUser> same = others.stream()
                .filter(other -> other.sid().equalsIgnoreCase(user.sid())
                        && !other.name().equalsIgnoreCase(user.name()))
                .findFirst();
        if (same.isPresent()) {
            return failed(
                    user.name(),
                    "its identity is the user \"%s\" here already: an identity can be one user only"
                            .formatted(same.get().name()));
        }
        if (found == null) {
            return created(user, List.of());
        }
        return found.sid().equalsIgnoreCase(user.sid()) ? updated(user, found) : madeAnew(user, found);
    }

    /** The identity was deleted and made again under its name. */
    private Change madeAnew(WantedUser user, ExistingUser found) {
        Optional<String> obstacle = obstacle(found);
        return obstacle.isPresent() ? failed(user.name(), obstacle.get()) : created(user, drops(found));
    }

    private Change created(WantedUser user, List<String> before) {
        String name = Securable.quoted(user.name());
        List<String> statements = new ArrayList<>(before);
        statements.add(
                "CREATE USER %s WITH SID = %s, TYPE = %s;".formatted(name, user.sid(), user.group() ? "X" : "E"));
        statements.add(
                "EXECUTE sys.sp_addextendedproperty @name = N'%s', @value = %s, @level0type = N'USER', @level0name = %s;"
                        .formatted(UserPlan.MARK, literal(owner), literal(user.name())));
        user.roles()
                .forEach(
                        role -> statements.add("ALTER ROLE %s ADD MEMBER %s;".formatted(Securable.quoted(role), name)));
        user.execute().forEach(procedure -> statements.add("GRANT EXECUTE ON %s TO %s;".formatted(procedure, name)));
        Outcome outcome = before.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
        return new Change(item(user.name(), outcome, String.join("\n", statements)), List.copyOf(statements));
    }

    private Change updated(WantedUser user, ExistingUser found) {
        if (!found.unknown().isEmpty()) {
            return failed(
                    user.name(), "it has rights that the hook cannot revoke, revoke them by hand: " + found.unknown());
        }
        String name = Securable.quoted(user.name());
        List<String> statements = new ArrayList<>();
        minus(found.roles(), user.roles())
                .forEach(role ->
                        statements.add("ALTER ROLE %s DROP MEMBER %s;".formatted(Securable.quoted(role), name)));
        minus(user.roles(), found.roles())
                .forEach(
                        role -> statements.add("ALTER ROLE %s ADD MEMBER %s;".formatted(Securable.quoted(role), name)));
        for (Right right : found.rights()) {
            if (user.execute().stream().noneMatch(right::isExecuteOf)) {
                statements.add(right.revoke(name));
            } else if (right.grantable()) {
                statements.add(right.revokeGrantOption(name));
            }
        }
        user.execute().stream()
                .filter(procedure -> found.rights().stream().noneMatch(right -> right.isExecuteOf(procedure)))
                .forEach(procedure -> statements.add("GRANT EXECUTE ON %s TO %s;".formatted(procedure, name)));
        return statements.isEmpty()
                ? new Change(item(user.name(), Outcome.UNCHANGED, null), List.of())
                : new Change(
                        item(user.name(), Outcome.UPDATED, String.join("\n", statements)), List.copyOf(statements));
    }

    /** Who granted something to others cannot be dropped before that is taken back. */
    private static List<String> drops(ExistingUser user) {
        List<String> statements = new ArrayList<>();
        user.rights().stream()
                .filter(Right::grantable)
                .forEach(right -> statements.add(right.revoke(Securable.quoted(user.name()))));
        statements.add("DROP USER %s;".formatted(Securable.quoted(user.name())));
        return List.copyOf(statements);
    }

    private static Optional<String> obstacle(ExistingUser user) {
        return user.owns().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "it cannot be dropped while it owns %s: give that to another by ALTER AUTHORIZATION, and run"
                                        .formatted(String.join(", ", user.owns()))
                                + " the hook again");
    }

    private Change failed(String user, String why) {
        return new Change(item(user, Outcome.FAILED, why), List.of());
    }

    private Item item(String user, Outcome outcome, @Nullable String detail) {
        return new Item(target, "user", user, outcome, detail);
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rest.addAll(all);
        without.forEach(rest::remove);
        return rest;
    }

    private static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
