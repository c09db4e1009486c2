package io.terralake.logic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a {@link Workflow}. Implement it for an action that the library does not have, or use {@link RawAction}. */
public interface WorkflowAction {

    /** The name, one in the whole workflow: 1 to 80 letters, digits and {@code _()-}. */
    String name();

    /**
     * The action as the service takes it, {@code type} and what belongs to that, without {@code runAfter}. Strings that begin with an
     * at sign, or have one before a brace, are expressions.
     *
     * @see <a href="https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers">Schema reference for trigger
     *     and action types</a>
     */
    ObjectNode definition();

    /**
     * What it waits for, actions beside it. Null for the one before it in its list; empty for nothing, so that it starts at once with
     * the first.
     */
    default @Nullable List<RunAfter> runAfter() {
        return null;
    }
}
