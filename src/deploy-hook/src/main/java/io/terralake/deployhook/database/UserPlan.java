package io.terralake.deployhook.database;

import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What it takes to make the users of a stack those that it declares: exactly their roles and rights, no more. Users that the
 * hook made for the stack and that it declares no longer go; users of another stack, and of anybody else, stay as they are.
 *
 * @param changes one for each user, in order
 */
record UserPlan(List<Change> changes) {
    /** The name of the extended property that marks the users which the hook made; its value is the stack. */
    static final String MARK = "terralake";

    /**
     * What becomes of one user, whole or not at all.
     *
     * @param item the outcome when the statements succeed
     * @param statements T-SQL, in order; none when nothing is to be done, or can be
     */
    record Change(Item item, List<String> statements) {}

    static UserPlan of(String target, String owner, List<WantedUser> wanted, List<ExistingUser> existing) {
        Map<String, ExistingUser> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        existing.forEach(user -> known.put(user.name(), user));
        Set<String> names = wanted.stream()
                .map(WantedUser::name)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        UserChanges changes = new UserChanges(target, owner);
        List<Change> plan = new ArrayList<>();
        List<ExistingUser> remaining = new ArrayList<>();
        for (ExistingUser user : existing) {
            if (owner.equals(user.owner()) && !names.contains(user.name())) {
                Change drop = changes.drop(user);
                plan.add(drop);
                if (drop.item().outcome() == Outcome.FAILED) {
                    remaining.add(user);
                }
            } else {
                remaining.add(user);
            }
        }
        for (WantedUser user : wanted) {
            plan.add(changes.make(user, known.get(user.name()), remaining));
        }
        return new UserPlan(List.copyOf(plan));
    }

    List<Item> items() {
        return changes.stream().map(Change::item).toList();
    }

    List<String> statements() {
        return changes.stream().flatMap(change -> change.statements().stream()).toList();
    }
}
