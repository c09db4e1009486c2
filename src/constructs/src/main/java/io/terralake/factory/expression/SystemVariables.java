package io.terralake.factory.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code pipeline()}, {@code trigger()} and {@code triggerBody()} have.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-system-variables">System variables supported by
 *     Azure Data Factory</a>
 * @see <a href="https://learn.microsoft.com/azure/data-factory/how-to-use-trigger-parameterization">Reference trigger
 *     metadata in pipeline runs</a>
 */
final class SystemVariables {
    private static final Map<Origin, List<String>> NAMES = Map.of(
            Origin.PIPELINE,
                    List.of(
                            "DataFactory",
                            "GroupId",
                            "Pipeline",
                            "RunId",
                            "TriggerId",
                            "TriggerName",
                            "TriggerTime",
                            "TriggerType",
                            "TriggeredByPipelineName",
                            "TriggeredByPipelineRunId",
                            "globalParameters",
                            "parameters"),
            Origin.TRIGGER, List.of("name", "outputs", "scheduledTime", "startTime"),
            Origin.TRIGGER_BODY, List.of("event", "fileName", "folderPath"));

    private SystemVariables() {}

    static Optional<String> problem(Read read) {
        List<String> names = NAMES.get(read.origin());
        if (names == null || read.path().isEmpty()) {
            return Optional.empty();
        }
        String name = read.path().get(0);
        return names.stream().anyMatch(name::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("%s() has no \"%s\", there are %s"
                        .formatted(read.origin().function(), name, names));
    }
}
