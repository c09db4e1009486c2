package io.terralake.factory.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which activities can stand in which.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-nested-activities#nested-activity-embedding-limitations">
 *     Nested activity embedding limitations</a>
 */
final class Nesting {
    /** They stand in no other container, not even in one of their kind. */
    private static final Set<String> LOOPS = Set.of("ForEach", "Until");

    /** They stand in loops, but not in each other. */
    private static final Set<String> BRANCHES = Set.of("IfCondition", "Switch");

    /** It stands in no container at all. */
    private static final String VALIDATION = "Validation";

    private Nesting() {}

    /** What is wrong with the place of an activity, if anything. */
    static Optional<String> problem(Step step, List<Step> containers) {
        return containers.stream()
                .filter(container -> !fits(step.type(), container.type()))
                .findFirst()
                .map(container -> container.type().equals(step.type())
                        ? "a %s cannot stand in another, \"%s\"".formatted(step.type(), container.name())
                        : "a %s cannot stand in the %s \"%s\": %s"
                                .formatted(step.type(), container.type(), container.name(), allowed(step.type())));
    }

    private static boolean fits(String type, String container) {
        boolean branch = BRANCHES.contains(container);
        boolean loop = LOOPS.contains(container);
        if (LOOPS.contains(type) || type.equals(VALIDATION)) {
            return !branch && !loop;
        }
        return !(BRANCHES.contains(type) && branch);
    }

    private static String allowed(String type) {
        return BRANCHES.contains(type)
                ? "a ForEach or an Until can hold it"
                : "it stands beside others, or in a pipeline of its own that an ExecutePipeline runs";
    }
}
