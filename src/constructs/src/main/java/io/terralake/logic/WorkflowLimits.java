package io.terralake.logic;

/**
 * What a workflow can hold.
 *
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-configuration#workflow-definition-limits">Limits and
 *     configuration: workflow definition</a>
 */
final class WorkflowLimits {
    static final int ACTIONS = 500;
    static final int NESTING = 8;
    static final int NAME_LENGTH = 80;
    static final int EXPRESSION_LENGTH = 8192;

    private WorkflowLimits() {}
}
