package io.terralake.logic;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Workflow}.
 *
 * @param purpose what the workflow does, in a derived name, such as {@code generate}
 * @param trigger what starts it
 * @param actions what it does, at least one; each runs after the one before it, unless it says otherwise
 * @param name the workflow's name, 1 to 80 characters; @default derived from the platform's
 */
@RecordBuilder
public record WorkflowProps(
        String purpose,
        WorkflowTrigger trigger,
        List<WorkflowAction> actions,
        @Nullable String name) {

    public WorkflowProps {
        actions = RequiredFields.copy(actions);
    }

    public static WorkflowPropsBuilder builder() {
        return WorkflowPropsBuilder.builder();
    }
}
