package io.terralake.factory.trigger;

import io.terralake.core.ConstructException;
import io.terralake.factory.pipeline.Pipeline;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
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
