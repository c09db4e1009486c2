package io.terralake.eventgrid;

/**
 * What Azure ML workspaces tell. The names in {@code data} are in camel case for runs and in Pascal case for the others: read them
 * without regard to case.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-machine-learning">Azure Machine Learning as an Event Grid
 *     source</a>
 */
public enum MachineLearningEvent implements EventType {
    /** A model, or a version of it, was registered. */
    MODEL_REGISTERED("ModelRegistered"),
    /** Models were deployed to an endpoint. */
    MODEL_DEPLOYED("ModelDeployed"),
    /** A run was completed. */
    RUN_COMPLETED("RunCompleted"),
    /** A monitor found that data drifted. */
    DATASET_DRIFT_DETECTED("DatasetDriftDetected"),
    /** A run has another status. */
    RUN_STATUS_CHANGED("RunStatusChanged");

    static final String TOPIC_TYPE = "Microsoft.MachineLearningServices.Workspaces";

    private final String azureName;

    MachineLearningEvent(String name) {
        this.azureName = "Microsoft.MachineLearningServices." + name;
    }

    @Override
    public String azureName() {
        return azureName;
    }

    @Override
    public String topicType() {
        return TOPIC_TYPE;
    }
}
