package io.terralake.logic;

import java.util.Set;

/**
 * What an action waits for.
 *
 * @param action the name of an action beside it
 * @param statuses how that one must have ended, at least one
 */
public record RunAfter(String action, Set<RunStatus> statuses) {

    /** @throws IllegalArgumentException without a status */
    public RunAfter {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("to run after \"%s\" a status is needed, or several: %s"
                    .formatted(action, Set.of(RunStatus.values())));
        }
    }

    /** After an action that went well. */
    public static RunAfter success(WorkflowAction action) {
        return new RunAfter(action.name(), Set.of(RunStatus.SUCCEEDED));
    }

    /** After an action that did not go well. */
    public static RunAfter failure(WorkflowAction action) {
        return new RunAfter(action.name(), Set.of(RunStatus.FAILED, RunStatus.TIMED_OUT));
    }
}
