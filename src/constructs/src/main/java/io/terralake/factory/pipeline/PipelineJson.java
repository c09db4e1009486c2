package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.Parameter;
import io.terralake.factory.json.Declarations;
import io.terralake.factory.json.Findings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The JSON of a pipeline, whoever wrote it. */
public final class PipelineJson {
    /**
     * The most bytes of a pipeline.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits">
     *     Azure Data Factory limits</a>
     */
    private static final int LARGEST = 200 * 1024;

    private PipelineJson() {}

    /**
     * Checks what activities depend on, read and have in them, as {@link Pipeline} does for those that are written with types.
     * What the pipeline names in its factory is not looked at.
     *
     * @param properties what stands under {@code properties}
     * @param globalParameters the names of the factory's; empty when they are not known
     * @param findings where mistakes are noted
     */
    public static void check(JsonNode properties, Optional<Set<String>> globalParameters, Findings findings) {
        int size = properties.toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            findings.error("", "a pipeline of %d bytes is not allowed: at most %d".formatted(size, LARGEST));
        }
        Map<String, Parameter> parameters = Declarations.parameters(properties, findings);
        Map<String, Variable> variables = Declarations.variables(properties, findings, Variable::of);
        JsonNode activities = properties.path("activities");
        if (!activities.isArray()) {
            findings.error("/activities", "a pipeline has a list of activities");
        }
        List<Step> steps = RawSteps.of("/activities", activities);
        checkActivities("/activities", activities, findings);
        Declared declared = new Declared(parameters, variables, globalParameters);
        for (Problem problem : PipelineChecks.of(declared, steps)) {
            if (problem.severity() != Problem.Severity.ERROR) {
                findings.warning(problem.pointer(), problem.message());
            } else {
                findings.error(problem.pointer(), problem.message());
            }
        }
    }

    /** The names of what a run may return, from the properties of a pipeline. */
    public static Set<String> returnValues(JsonNode properties) {
        return SetReturnValues.names(RawSteps.of("/activities", properties.path("activities")));
    }

    /**
     * Shows every activity, those inside others included.
     *
     * @param visitor takes the activity and where it stands in the properties
     */
    public static void visit(JsonNode properties, BiConsumer<String, ObjectNode> visitor) {
        visit(RawSteps.of("/activities", properties.path("activities")), visitor);
    }

    private static void visit(List<Step> steps, BiConsumer<String, ObjectNode> visitor) {
        for (Step step : steps) {
            visitor.accept(step.pointer(), step.json());
            step.branches().forEach(branch -> visit(branch, visitor));
        }
    }

    private static void checkActivities(String pointer, JsonNode list, Findings findings) {
        for (int i = 0; i < list.size(); i++) {
            if (!RawSteps.isActivity(list.path(i))) {
                findings.error(pointer + "/" + i, "an activity is an object with a name and a type");
            }
        }
    }
}
