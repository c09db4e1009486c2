package io.terralake.factory.trigger;

import io.terralake.core.ConstructException;
import io.terralake.core.Sorted;
import io.terralake.factory.pipeline.Pipeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What a trigger starts.
 *
 * @param pipeline the pipeline
 * @param parameters values of its parameters, by name; expressions of triggers, such as {@code @triggerBody().fileName},
 *     among them
 */
public record PipelineRun(Pipeline pipeline, Map<String, String> parameters) {

    public PipelineRun {
        parameters = Sorted.copyOf(parameters);
    }

    /** A pipeline with the defaults of its parameters. */
    public static PipelineRun of(Pipeline pipeline) {
        return new PipelineRun(pipeline, Map.of());
    }

    void check(Construct trigger) {
        for (String name : parameters.keySet()) {
            if (!pipeline.parameters().containsKey(name)) {
                throw new ConstructException(
                        trigger,
                        "the pipeline has no parameter \"%s\", there are %s"
                                .formatted(name, pipeline.parameters().keySet()));
            }
        }
    }

    @Nullable Map<String, String> parametersOrNull() {
        return parameters.isEmpty() ? null : parameters;
    }
}
