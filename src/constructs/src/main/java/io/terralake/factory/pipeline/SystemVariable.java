package io.terralake.factory.pipeline;

/**
 * What every run of a pipeline knows about itself.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-system-variables">System variables supported by
 *     Azure Data Factory</a>
 */
public enum SystemVariable {
    /** The name of the factory. */
    DATA_FACTORY("DataFactory"),
    /** The id that a run shares with the runs that it started, and with the one that started it. */
    GROUP_ID("GroupId"),
    /** The name of the pipeline. */
    PIPELINE("Pipeline"),
    RUN_ID("RunId"),
    TRIGGER_ID("TriggerId"),
    TRIGGER_NAME("TriggerName"),
    /** When the trigger fired, which can be later than it should have. */
    TRIGGER_TIME("TriggerTime"),
    /** Such as {@code Manual} or {@code ScheduleTrigger}. */
    TRIGGER_TYPE("TriggerType"),
    /** The name of the pipeline that started the run, if one did. */
    TRIGGERED_BY_PIPELINE_NAME("TriggeredByPipelineName"),
    /** The id of the run that started this one, if one did. */
    TRIGGERED_BY_PIPELINE_RUN_ID("TriggeredByPipelineRunId");

    private final String azureName;

    SystemVariable(String azureName) {
        this.azureName = azureName;
    }

    /** The variable's name in the service. */
    public String azureName() {
        return azureName;
    }
}
