package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Actions that succeed or fail together, so that another one can run after their failure.
 *
 * @param name as that of any action
 * @param actions at least one
 * @param runAfter as {@link WorkflowAction#runAfter}
 */
public record Scope(
        String name, List<WorkflowAction> actions, @Nullable List<RunAfter> runAfter) implements WorkflowAction {

    public Scope {
        actions = List.copyOf(actions);
        runAfter = runAfter == null ? null : List.copyOf(runAfter);
    }

    /** One after another action. */
    public static Scope of(String name, WorkflowAction... actions) {
        return new Scope(name, List.of(actions), null);
    }

    @Override
    public ObjectNode definition() {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("type", "Scope");
        action.set("actions", Actions.json(actions));
        return action;
    }
}
