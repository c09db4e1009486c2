package io.terralake.emulator.terraform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a version of an app did to the one that was deployed before.
 *
 * @param plans by stack
 */
public record Upgrade(Map<String, Plan> plans) {
    private static final Pattern TICKS = Pattern.compile("`+");

    public Upgrade {
        plans = Collections.unmodifiableMap(new TreeMap<>(plans));
    }

    /** By stack, the addresses of what was deleted or replaced. Stacks that lost nothing are left out. */
    public Map<String, Set<String>> deleted() {
        Map<String, Set<String>> deleted = new TreeMap<>();
        plans.forEach((stack, plan) -> {
            if (!plan.deleted().isEmpty()) {
                deleted.put(stack, new TreeSet<>(plan.deleted()));
            }
        });
        return deleted;
    }

    /** What Terraform says of some resources, by stack. */
    String of(Map<String, Set<String>> addresses) {
        StringBuilder text = new StringBuilder();
        addresses.forEach((stack, each) -> text.append(plans.get(stack).of(each)));
        return text.toString();
    }

    /** A table of the stacks for people, in Markdown, and below it the addresses of everything that is not new. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("| stack | creates | updates | replaces | deletes |\n|---|---|---|---|---|\n");
        List<String> addresses = new ArrayList<>();
        plans.forEach((stack, plan) -> {
            text.append("| %s | %d | %d | %d | %d |\n"
                    .formatted(
                            stack, plan.count("create"), plan.count("update"), plan.replaced(), plan.count("delete")));
            plan.actions().forEach((address, actions) -> {
                if (!actions.equals(List.of("create"))) {
                    addresses.add("- %s: %s %s\n".formatted(stack, code(address), String.join(", then ", actions)));
                }
            });
        });
        if (!addresses.isEmpty()) {
            text.append('\n').append(String.join("", addresses));
        }
        return text.toString();
    }

    /** As code: keys of instances have any characters, and a fence longer than any in the text ends where it should. */
    private static String code(String text) {
        int longest = TICKS.matcher(text)
                .results()
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + text + fence : "%s %s %s".formatted(fence, text, fence);
    }
}
