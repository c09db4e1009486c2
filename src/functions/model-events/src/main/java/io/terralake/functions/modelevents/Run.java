package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A run of Azure Machine Learning, as {@code RunCompleted} and {@code RunStatusChanged} tell of it.
 *
 * @param experiment its name
 * @param state such as {@code Completed}
 * @param child whether it is a step of a pipeline or a trial of a sweep, and not what somebody started
 */
record Run(String experiment, String state, boolean child) {
    /** Of {@code RunCompleted}, which is raised for a run that was successful, and says no state. */
    static final String COMPLETED = "Completed";

    /** What Azure ML writes into the properties of a run that another one started. */
    private static final List<String> PARENTS =
            List.of("azureml.pipelinerunid", "azureml.parentrunid", "parent_run_id", "parentRunId");

    private static final String STEP = "azureml.StepRun";

    /** The runs of trials are named after the one that started them. */
    private static final Pattern TRIAL = Pattern.compile("(?:HD|AutoML)_[0-9a-f-]{36}_.+");

    static Run of(Event event) {
        JsonNode data = event.data();
        String state = Fields.text(data, "runStatus");
        return new Run(
                Fields.text(data, "experimentName"),
                state.isEmpty() && event.is(EventType.MACHINE_LEARNING, Filters.RUN_COMPLETED) ? COMPLETED : state,
                isChild(data));
    }

    private static boolean isChild(JsonNode data) {
        JsonNode properties = Fields.get(data, "runProperties");
        return Fields.text(data, "runType").equalsIgnoreCase(STEP)
                || Fields.text(properties, "azureml.runsource").equalsIgnoreCase(STEP)
                || TRIAL.matcher(Fields.text(data, "runId")).matches()
                || PARENTS.stream()
                        .anyMatch(name -> !Fields.text(properties, name).isEmpty()
                                || !Fields.text(data, name).isEmpty());
    }
}
