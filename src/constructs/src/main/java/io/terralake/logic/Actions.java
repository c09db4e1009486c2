package io.terralake.logic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of actions as the service takes it: by name, each with what it waits for. */
final class Actions {
    private Actions() {}

    /** @throws BrokenContractException when an action of a user's answers null or throws, or two have one name */
    static ObjectNode json(List<WorkflowAction> actions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String before = null;
        for (WorkflowAction action : actions) {
            String name = Contract.ask(action, "name", action::name);
            ObjectNode definition = Contract.<ObjectNode>ask(action, "definition", action::definition)
                    .deepCopy();
            if (json.has(name)) {
                throw new BrokenContractException("two actions are called \"%s\": names are unique".formatted(name));
            }
            addRunAfter(definition.putObject("runAfter"), runAfter(action, before));
            json.set(name, definition);
            before = name;
        }
        return json;
    }

    private static List<RunAfter> runAfter(WorkflowAction action, @Nullable String before) {
        List<RunAfter> said = Contract.<List<RunAfter>>askNullable(action, "runAfter", action::runAfter);
        if (said != null) {
            return said;
        }
        return before == null ? List.of() : List.of(new RunAfter(before, Set.of(RunStatus.SUCCEEDED)));
    }

    private static void addRunAfter(ObjectNode json, List<RunAfter> all) {
        for (RunAfter one : all) {
            ArrayNode statuses = json.putArray(one.action());
            one.statuses().stream().sorted().forEach(status -> statuses.add(status.azureName()));
        }
    }
}
