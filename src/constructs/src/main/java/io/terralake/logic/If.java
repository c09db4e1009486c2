package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Actions that are done on a condition, and others that are done without it.
 *
 * @param name as that of any action
 * @param condition an expression that gives true or false
 * @param then may be empty
 * @param otherwise may be empty
 * @param runAfter as {@link WorkflowAction#runAfter}
 */
public record If(
        String name,
        Expression condition,
        List<WorkflowAction> then,
        List<WorkflowAction> otherwise,
        @Nullable List<RunAfter> runAfter)
        implements WorkflowAction {

    public If {
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
        runAfter = runAfter == null ? null : List.copyOf(runAfter);
    }

    /** One after another action, and nothing without the condition. */
    public static If of(String name, Expression condition, WorkflowAction... then) {
        return new If(name, condition, List.of(then), List.of(), null);
    }

    @Override
    public ObjectNode definition() {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("type", "If");
        action.set("expression", condition.json());
        action.set("actions", Actions.json(then));
        action.putObject("else").set("actions", Actions.json(otherwise));
        return action;
    }
}
