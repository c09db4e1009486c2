package io.terralake.logic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any action by its own JSON. It goes through the same checks.
 *
 * @param name as that of any action
 * @param definition as {@link WorkflowAction#definition}
 * @param runAfter as {@link WorkflowAction#runAfter}
 */
public record RawAction(
        String name, ObjectNode definition, @Nullable List<RunAfter> runAfter) implements WorkflowAction {

    public RawAction {
        definition = definition.deepCopy();
        runAfter = runAfter == null ? null : List.copyOf(runAfter);
    }
}
