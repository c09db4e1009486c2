package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Actions for each element of a list. {@link Expression#item} is the element.
 *
 * @param name as that of any action
 * @param list the elements, 100,000 at most
 * @param atOnce how many elements at once, 1 to 50; @default the service's, 20
 * @param actions at least one
 * @param runAfter as {@link WorkflowAction#runAfter}
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-configuration#looping-debatching-limits">Limits:
 *     loops</a>
 */
public record ForEach(
        String name,
        Expression list,
        @Nullable Integer atOnce,
        List<WorkflowAction> actions,
        @Nullable List<RunAfter> runAfter)
        implements WorkflowAction {

    /** @throws IllegalArgumentException when too few or too many are at once */
    public ForEach {
        if (atOnce != null) {
            Limits.check("number of elements at once", atOnce, 1, 50, "");
        }
        actions = List.copyOf(actions);
        runAfter = runAfter == null ? null : List.copyOf(runAfter);
    }

    /** One after another action, with the service's concurrency. */
    public static ForEach of(String name, Expression list, WorkflowAction... actions) {
        return new ForEach(name, list, null, List.of(actions), null);
    }

    @Override
    public ObjectNode definition() {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("type", "Foreach");
        action.set("foreach", list.json());
        action.set("actions", Actions.json(actions));
        if (atOnce != null) {
            action.putObject("runtimeConfiguration").putObject("concurrency").put("repetitions", atOnce);
        }
        return action;
    }
}
